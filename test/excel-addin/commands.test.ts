import { describe, expect, test } from '@jest/globals'
import { commandsFor } from '#excel-addin/commands/commands.ts'
import { commandNames } from '#excel-addin/commands/names.ts'
import type { Mounted } from '#panel/mount.tsx'

const choice = { pack: 'TEAM', scope: 'Helsinki', asOf: '2026-11-02' }

/** What the commands ask of the panel and of the functions, in order. */
const asked = async (
  command: (typeof commandNames)[number],
  last: typeof choice | null,
): Promise<readonly string[]> => {
  const log: string[] = []
  const note = (what: string) => (): Promise<void> => {
    log.push(what)
    return Promise.resolve()
  }
  const session = {
    store: { get: () => ({ memory: { last } }) },
    build: (built: typeof choice) => note(`build ${built.pack} ${built.scope} ${built.asOf}`)(),
    refresh: note('read the workbook'),
    offerSelection: note('offer the selection'),
  }
  const panel = { session, go: (page: string) => void log.push(`page ${page}`) } as unknown as Mounted
  const functions = { ids: [], following: () => 0, refresh: note('answer the formulas') }
  await commandsFor(panel, () => Promise.resolve(functions))[command]()
  return log
}

describe('the buttons of the ribbon', () => {
  test('Build meeting pack builds the last one again, and shows the choices where there is none', async () => {
    expect(await asked('buildPack', choice)).toEqual(['page pack', 'build TEAM Helsinki 2026-11-02'])
    expect(await asked('buildPack', null)).toEqual(['page pack'])
  })

  test('Refresh reads the workbook and answers every formula anew', async () => {
    expect([...(await asked('refresh', null))].sort()).toEqual(['answer the formulas', 'read the workbook'])
  })

  test('Check data shows the findings of a fresh reading', async () => {
    expect(await asked('checkData', null)).toEqual(['page data', 'read the workbook'])
  })

  test('Use as SPM table offers the selected range', async () => {
    expect(await asked('useTable', null)).toEqual(['page data', 'offer the selection'])
  })

  test('are all there, by the names of the manifest', () => {
    const none = { session: {}, go: () => undefined } as unknown as Mounted
    expect(Object.keys(commandsFor(none, () => Promise.reject(new Error('none'))))).toEqual([...commandNames])
  })
})
