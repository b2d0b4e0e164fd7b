import { afterAll, describe, expect, test } from '@jest/globals'
import type { Instruction } from '#core/report/instructions'
import { peekCell, putCell } from '#local/workbook/cells'
import { changesSince } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import { PortError, type Port } from '#panel/port.ts'
import { everyInstruction, front } from '../local/files/every-instruction.ts'
import { breakAt, faultKinds, type FaultKind } from './faults.ts'
import { newWork, openAddin, type Addin, type ToldWork } from './open-addin.ts'
import { calculatorOf } from './pack-book.ts'

const kinds = Object.keys(faultKinds) as FaultKind[]

const first = everyInstruction
/** The next pack says something else at its top. */
const second: readonly Instruction[] = first.map((each) =>
  each.do === 'values' && each.tab === front && each.at.row === 0 && each.at.column === 0
    ? { ...each, values: [['Forecast, again'], ...each.values.slice(1)] }
    : each,
)
const options = { calculate: calculatorOf(first, second) }

const open = async (workbook: Workbook): Promise<Addin> => await openAddin(workbook, options)

const frontOf = (workbook: Workbook): Tab => {
  const tab = tabNamed(workbook, front)
  if (tab === undefined) throw new Error(`No tab ${front}.`)
  return tab
}

const titleOf = (workbook: Workbook): unknown => peekCell(frontOf(workbook), 0, 0).value

const withEarlier = async (): Promise<Workbook> => {
  const workbook = newWorkbook('Deals')
  const { port } = await open(workbook)
  await port.write({ run: 'r1', title: 'Pack r1', instructions: first }, newWork())
  putCell(frontOf(workbook), 40, 3, { value: '=typed by hand' })
  putCell(frontOf(workbook), 41, 3, { value: 7, format: '0.000' })
  putCell(frontOf(workbook), 42, 3, { value: '2026-01-01' })
  return workbook
}

/** What an add-in does in a test, and the end that it has when nothing goes wrong. */
interface Scenario {
  readonly title: string
  readonly book: () => Promise<Workbook>
  readonly act: (port: Port) => Promise<unknown>
  /** Whether it came to its own end rather than leaving things as they were. */
  readonly isDone: (workbook: Workbook) => boolean
}

const writing = async (port: Port, work: ToldWork = newWork()): Promise<unknown> =>
  await port.write({ run: 'r2', title: 'Pack r2', instructions: second }, work)

/** Cancelled when everything but the last word is written, so that as much as possible is to be put back. */
const cancelling = async (port: Port): Promise<unknown> => {
  const work = newWork()
  const progress = (done: number): void => {
    if (done > 0.5) work.cancel()
  }
  return await writing(port, { ...work, progress })
}

const scenarios: readonly Scenario[] = [
  {
    title: 'a first pack',
    book: () => Promise.resolve(newWorkbook('Deals')),
    act: writing,
    isDone: (workbook) => workbook.tabs.length === 3,
  },
  {
    title: 'a pack over an earlier one',
    book: withEarlier,
    act: writing,
    isDone: (workbook) => titleOf(workbook) === 'Forecast, again',
  },
  { title: 'a pack that is cancelled and put back', book: withEarlier, act: cancelling, isDone: () => false },
]

const tally = { points: 0, atOnce: 0, whenOpened: 0, complete: 0, failures: 0 }

afterAll(() => {
  console.log(
    `${tally.points} injected faults: ${tally.atOnce} put back at once, ${tally.whenOpened} when the workbook was ` +
      `opened again, ${tally.complete} came after the pack was complete; ${tally.failures} failures.`,
  )
})

const failureOf = async (work: Promise<unknown>): Promise<PortError | null> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error === null || error instanceof PortError) return error
  throw new Error('What failed is told in no sentence.', { cause: error })
}

const reopen = async (workbook: Workbook): Promise<boolean> => {
  const { port } = await open(workbook)
  const run = await port.unfinished()
  if (run === null) return false
  expect(run.title).toMatch(/^Pack r/)
  await port.restore(newWork())
  expect(await port.unfinished()).toBeNull()
  return true
}

/** Whether the fault came to pass. */
const inject = async ({ book, act, isDone }: Scenario, at: number, kind: FaultKind): Promise<boolean> => {
  const workbook = await book()
  const before = copyWorkbook(workbook)
  const { host, port } = await open(workbook)
  const faults = breakAt(host, at, kind)
  const error = await failureOf(act(port))
  if (faults.count() <= at) return false
  tally.points++
  if (error === null) {
    expect(isDone(workbook)).toBe(true)
    tally.complete++
    return true
  }
  expect(error.message).toMatch(/^[A-Z].*\.$/)
  if (changesSince(before, workbook).length === 0) tally.atOnce++
  else if ((await reopen(workbook)) || !isDone(workbook)) {
    tally.failures += changesSince(before, workbook).length > 0 ? 1 : 0
    expect(changesSince(before, workbook)).toEqual([])
    tally.whenOpened++
  } else tally.complete++
  return true
}

describe.each(scenarios)('$title', (scenario) => {
  test.each(kinds.map((kind) => [faultKinds[kind], kind] as const))(
    'leaves the workbook as it was, whichever request %s',
    async (_, kind) => {
      let at = 0
      while (await inject(scenario, at, kind)) at++
      expect(at).toBeGreaterThan(6)
    },
    120_000,
  )
})

/** An undone run takes the way to undo the one before with it. */
const withoutRuns = (workbook: Workbook): Workbook => ({
  ...workbook,
  xmlParts: workbook.xmlParts.filter(({ namespace }) => namespace !== 'urn:spm:run'),
})

describe('a run', () => {
  test('is undone as a whole, with what people had typed into the pack before', async () => {
    const workbook = await withEarlier()
    const before = copyWorkbook(workbook)
    const { port } = await open(workbook)
    await writing(port)
    expect(titleOf(workbook)).toBe('Forecast, again')
    expect(await port.unfinished()).toBeNull()
    await port.undo('r2', newWork())
    expect(changesSince(withoutRuns(before), withoutRuns(workbook))).toEqual([])
  })

  test('of which the undoing is broken off is put back when the workbook is opened again', async () => {
    for (let at = 0; at < 8; at++) {
      const workbook = newWorkbook('Deals')
      const before = copyWorkbook(workbook)
      const { port, host } = await open(workbook)
      await writing(port)
      const faults = breakAt(host, at, 'lostHalfway')
      const error = await failureOf(port.undo('r2', newWork()))
      if (faults.count() > at) expect(error?.message).toMatch(/\.$/)
      if (!(await reopen(workbook)) && workbook.tabs.length > 1) await (await open(workbook)).port.undo('r2', newWork())
      expect(changesSince(before, workbook)).toEqual([])
    }
  })

  test('that a later one has written over cannot be undone any more, and says so', async () => {
    const workbook = await withEarlier()
    const { port } = await open(workbook)
    await writing(port)
    expect(await failureOf(port.undo('r1', newWork()))).toMatchObject({ code: 'gone' })
  })

  test('that was broken off is put back before another is begun', async () => {
    const workbook = newWorkbook('Deals')
    const { port, host } = await open(workbook)
    breakAt(host, 4, 'lost')
    await failureOf(writing(port))
    const { port: again } = await open(workbook)
    expect((await failureOf(writing(again)))?.message).toContain('Put it back first')
    await again.restore(newWork())
    await writing(again)
    expect(workbook.tabs).toHaveLength(3)
  })

  test('into a tab that somebody else made is refused, and nothing is touched', async () => {
    const workbook = newWorkbook('Deals', front)
    const before = copyWorkbook(workbook)
    const { port } = await open(workbook)
    expect((await port.plan([front])).obstacles).toHaveLength(1)
    const error = await failureOf(writing(port))
    expect(error?.message).toContain(`The tab "${front}" was not made by SPM`)
    expect(changesSince(before, workbook)).toEqual([])
  })

  test('leaves the tabs of others and the one in view as they are', async () => {
    const workbook = await withEarlier()
    putCell(workbook.tabs[0] as Tab, 0, 0, { value: 'mine' })
    const { active } = workbook
    const { port } = await open(workbook)
    await writing(port)
    expect(peekCell(workbook.tabs[0] as Tab, 0, 0).value).toBe('mine')
    expect(workbook.active).toBe(active)
    expect(workbook.tabs.map(({ id }) => id)).toEqual((await withEarlier()).tabs.map(({ id }) => id))
  })
})
