import { describe, expect, test } from '@jest/globals'
import { gather } from '#excel-addin/functions/follow.ts'

/** Changes at these milliseconds, `act` taking so long; gives the times at which it began. */
const beginnings = async (changes: readonly number[], actMilliseconds = 0): Promise<readonly number[]> => {
  const began: number[] = []
  const waiting: { readonly at: number; readonly run: () => void }[] = []
  let time = 0
  const later = (run: () => void, milliseconds: number): void => void waiting.push({ at: time + milliseconds, run })
  const act = (): Promise<void> => {
    began.push(time)
    return new Promise((resolve) => {
      later(resolve, actMilliseconds)
    })
  }
  const changed = gather(act, later, () => time)
  for (; time <= 5000; time += 10) {
    if (changes.includes(time)) changed()
    for (const { run } of waiting
      .splice(0, waiting.length)
      .filter((each) => each.at <= time || (waiting.push(each), false)))
      run()
    await Promise.resolve().then(() => Promise.resolve())
  }
  return began
}

describe('changes that come in bursts', () => {
  test('are acted upon once they pause', async () => {
    expect(await beginnings([100, 150, 200])).toEqual([350])
  })

  test('are acted upon now and then while they go on', async () => {
    const typing = Array.from({ length: 100 }, (_, i) => 100 + i * 10)
    expect(await beginnings(typing)).toEqual([700, 1240])
  })

  test('are acted upon again when they come while the last are being acted upon, never at the same time', async () => {
    expect(await beginnings([100, 300], 500)).toEqual([250, 750])
  })
})
