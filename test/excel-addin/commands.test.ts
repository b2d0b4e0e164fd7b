import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { commandsFor } from '#excel-addin/commands/commands.ts'
import { commandNames } from '#excel-addin/commands/names.ts'
import { createSession } from '#panel/session/session.ts'
import type { Workbook } from '#local/workbook/model'
import { testHost, type TestHostOptions } from '../hosts/panel-port.ts'
import { putTable, smallWorkbook } from '../panel/small-workbook.ts'

/** The buttons of a workbook whose panel has only begun to read it. */
const withButtons = (workbook: Workbook = smallWorkbook(), options: TestHostOptions = {}) => {
  const host = testHost(workbook, options)
  const session = createSession(host.port, { today: () => dayOf(2024, 3, 31), newRun: () => 'run' })
  const done: string[] = []
  const functions = {
    ids: [],
    following: () => 0,
    openings: () => 0,
    refresh: async () => void done.push('formulas answered'),
  }
  const start = () => {
    const panel = {
      session,
      ready: session.start(),
      go: (page: string) => void done.push(`page ${page}`),
      close: session.stop,
    }
    return commandsFor(panel, async () => functions)
  }
  return { host, session, done, start }
}

const remembered = (workbook: Workbook): Workbook => {
  const last = { pack: 'TEAM', scope: '', asOf: '2024-03-31' }
  workbook.settings.set('spm.panel', JSON.stringify({ welcomed: true, last, run: null }))
  return workbook
}

const scans = (calls: readonly string[]): number => calls.filter((call) => call === 'scan').length

describe('the buttons of the ribbon', () => {
  test('Build meeting pack builds the last one again, even when the panel has only just been opened', async () => {
    const { host, done, start } = withButtons(remembered(smallWorkbook()))
    await start().buildPack()
    expect(done).toEqual(['page pack'])
    expect(host.book().tabs.some(({ name }) => name.startsWith('TEAM'))).toBe(true)
  })

  test('Build meeting pack shows the choices where none was built before', async () => {
    const { host, session, done, start } = withButtons()
    await start().buildPack()
    expect(done).toEqual(['page pack'])
    expect(session.store.get()).toMatchObject({ data: { at: 'ready' }, pack: { at: 'idle' } })
    expect(host.calls).not.toContain('write')
  })

  test('Build meeting pack writes nothing while a broken-off run is to be put back', async () => {
    const { host, session, start } = withButtons(remembered(smallWorkbook()))
    host.breakOff('Sales team meeting', remembered(smallWorkbook()))
    await start().buildPack()
    expect(session.store.get().recovery.at).toBe('found')
    expect(host.calls).not.toContain('write')
  })

  test('Refresh reads the workbook and answers every formula anew', async () => {
    const { host, done, start } = withButtons()
    await start().refresh()
    expect(done).toEqual(['formulas answered'])
    expect(scans(host.calls)).toBe(2)
  })

  test('Check data shows the findings of a fresh reading', async () => {
    const { host, session, done, start } = withButtons()
    await start().checkData()
    expect(done).toEqual(['page data'])
    expect(session.store.get().data.at).toBe('ready')
    expect(scans(host.calls)).toBe(2)
  })

  test('Use as SPM table offers the table around the selected cell', async () => {
    const workbook = smallWorkbook()
    putTable(workbook, 'Plan', [
      ['Who', 'What'],
      ['Anna', 1],
    ])
    const { session, done, start } = withButtons(workbook, { selected: { tab: 'Plan', address: 'A2' } })
    await start().useTable()
    expect(done).toEqual(['page data'])
    expect(session.store.get().offer).toMatchObject({ at: 'offered', range: { name: 'Plan' } })
  })

  test('are all there, by the names of the manifest', () => {
    expect(Object.keys(withButtons().start())).toEqual([...commandNames])
  })
})
