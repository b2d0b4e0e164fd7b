import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { SpmError } from '#core/errors'
import { putCell } from '#local/workbook/cells'
import { changesSince } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { createEngine } from '#panel/session/engine.ts'
import { createSession, type Session, type SessionOptions } from '#panel/session/session.ts'
import type { PackState, SessionState } from '#panel/session/state.ts'
import { PortError } from '#panel/port.ts'
import { testHost, type TestHost, type TestHostOptions } from '../hosts/panel-port.ts'
import { putTable, smallWorkbook } from './small-workbook.ts'

const team = { pack: 'TEAM', scope: '', asOf: '2024-03-31' }

const open = (
  workbook: Workbook = smallWorkbook(),
  options: TestHostOptions & SessionOptions = {},
): { readonly host: TestHost; readonly session: Session; readonly state: () => SessionState } => {
  const host = testHost(workbook, options)
  let runs = 0
  const session = createSession(host.port, {
    today: () => dayOf(2024, 3, 31),
    newRun: () => `run${++runs}`,
    ...options,
  })
  return { host, session, state: session.store.get }
}

const opened = async (...args: Parameters<typeof open>): ReturnType<typeof openedOf> => openedOf(open(...args))
const openedOf = async (all: ReturnType<typeof open>) => {
  await all.session.start()
  return all
}

const found = <T>(items: readonly T[], is: (item: T) => boolean): T => {
  const item = items.find(is)
  if (item === undefined) throw new Error('It is not there.')
  return item
}

const packNames = (workbook: Workbook): readonly string[] =>
  workbook.tabs.flatMap(({ name }) => (name.startsWith('TEAM') ? [name] : []))

const failure = (state: PackState): string => (state.at === 'failed' ? state.trouble.sentence : state.at)

describe('opening a workbook', () => {
  test('the table of opportunities is recognised with the columns that feed it', async () => {
    const { state } = await opened()
    const deals = found(state().view?.tables ?? [], ({ table }) => table === 'deals')
    expect(state().data.at).toBe('ready')
    expect(deals).toMatchObject({ records: 10, missing: [], range: { name: 'Deals', tab: 'Deals' } })
    expect(found(deals.fields, ({ field }) => field === 'owner')).toMatchObject({ from: 'Owner', mapped: null })
  })

  test('trust comes with its four checks and says what to fix first', async () => {
    const { state } = await opened()
    const trust = state().view?.trust
    expect(trust?.checks.map(({ label, status }) => `${label}: ${status}`)).toEqual([
      'Forecast deviation: No answer',
      'Overdue deals: Fix',
      'Stale deals: Fix',
      'Early closers: Fix',
    ])
    expect(trust?.first).toMatch(/^Fix first: overdue deals \(1\): /)
  })

  test('whose figures can be asked for comes from the owners in the data', async () => {
    const { state } = await opened()
    expect(state().view?.scopes.people).toEqual(['Anna', 'Ben'])
  })

  test('only tables are read in full: a tab of notes is scanned and left alone', async () => {
    const workbook = smallWorkbook()
    putTable(workbook, 'Notes', [['Call Anna'], ['Bring the numbers']])
    const { host, state } = open(workbook)
    const read: string[] = []
    const { port } = host
    const session = createSession(
      { ...port, read: (ranges, work) => (read.push(...ranges.map(({ tab }) => tab)), port.read(ranges, work)) },
      { today: () => dayOf(2024, 3, 31) },
    )
    await session.start()
    expect(read).toEqual(['Deals'])
    expect(session.store.get().view?.unrecognised.map(({ name }) => name)).toEqual(['Notes'])
    expect(state().view).toBeNull()
  })

  test('two tables that could both be the opportunities are a question, and none is taken', async () => {
    const workbook = smallWorkbook()
    const copy = smallWorkbook()
    const [other] = copy.tabs
    if (other !== undefined) workbook.tabs.push({ ...other, id: 'x', name: 'Old deals' })
    found(workbook.tabs, ({ name }) => name === 'Old deals').tables.length = 0
    const { state } = await opened(workbook)
    expect(state().view?.questions.map(({ tables, ranges }) => [tables, ranges])).toEqual([
      [['deals'], ['Deals', 'Old deals']],
    ])
  })

  test('a cell that cannot be read is a finding that leads to that cell', async () => {
    const workbook = smallWorkbook()
    putCell(
      found(workbook.tabs, () => true),
      3,
      5,
      { value: 'a lot' },
    )
    const { session, host, state } = await opened(workbook)
    const finding = found(state().view?.findings ?? [], ({ text }) => text.includes('a lot'))
    expect(finding).toMatchObject({ level: 'stop', place: { tab: 'Deals', address: 'F4' } })
    if (finding.place !== null) await session.show(finding.place)
    expect(host.seen.shown).toEqual(['Deals!F4'])
  })

  test('an empty workbook is ready, without trust and without an error', async () => {
    const { state } = await opened(newWorkbook('Sheet1'))
    expect(state()).toMatchObject({
      data: { at: 'ready' },
      view: { records: 0, trust: { status: 'Unknown' }, findings: [] },
    })
  })

  test('a host that cannot be read is a sentence with its details, and reading again helps', async () => {
    const { host, session, state } = open()
    host.before('scan', () => {
      throw new PortError('busy', 'Excel is busy. Finish editing the cell, then read again.', 'code 5004')
    })
    await session.start()
    expect(state().data).toEqual({
      at: 'failed',
      trouble: {
        sentence: 'Excel is busy. Finish editing the cell, then read again.',
        details: 'code 5004',
        cancelled: false,
      },
    })
    host.before('scan', () => undefined)
    await session.refresh()
    expect(state().data.at).toBe('ready')
  })

  test('a failure that nobody foresaw is told in plain words and keeps its trace', async () => {
    const { host, session, state } = open()
    host.before('scan', () => {
      throw new TypeError('x is not a function')
    })
    await session.start()
    const { data } = state()
    expect(data.at === 'failed' && data.trouble.sentence).toMatch(/^Something went wrong that should not have\./)
    expect(data.at === 'failed' && data.trouble.details).toContain('x is not a function')
  })

  test('the core that could not be fetched is fetched again when the workbook is read again', async () => {
    let tries = 0
    const { session, state } = open(smallWorkbook(), {
      loadEngine: async () => {
        tries++
        if (tries === 1) throw new SpmError('file', 'The program could not be loaded.')
        return createEngine()
      },
    })
    await session.start()
    expect(state().data.at).toBe('failed')
    await session.refresh()
    expect([state().data.at, tries]).toEqual(['ready', 2])
  })

  test('an edit is noticed, and reading again takes it in', async () => {
    const { host, session, state } = await opened()
    expect(state().changed).toBe(false)
    host.edit()
    expect(state().changed).toBe(true)
    await session.refresh()
    expect(state().changed).toBe(false)
    session.stop()
    host.edit()
    expect(state().changed).toBe(false)
  })

  test('reading can be cancelled, and what was read before stays', async () => {
    const { host, session, state } = await opened()
    const { view } = state()
    host.before('read', () => session.cancel())
    await session.refresh()
    expect(state().data.at).toBe('cancelled')
    expect(state().view).toBe(view)
  })
})

describe('building a pack', () => {
  test('the preview names every tab as new before the first run and as rewritten after it', async () => {
    const { session, state } = await opened()
    await session.preview(team)
    const { plan } = state()
    const states = (of: typeof plan): readonly string[] => (of.at === 'planned' ? of.plan.tabs.map((t) => t.state) : [])
    expect(new Set(states(plan))).toEqual(new Set(['new']))
    await session.build(team)
    await session.preview(team)
    expect(new Set(states(state().plan))).toEqual(new Set(['rewritten']))
  })

  test('the tabs are written, the result says which, and the choice is remembered', async () => {
    const { host, session, state } = await opened()
    await session.build(team)
    const { pack, memory } = state()
    expect(pack.at === 'written' && pack.result.tabs).toEqual(packNames(host.book()))
    expect(packNames(host.book()).length).toBeGreaterThanOrEqual(3)
    expect(memory).toMatchObject({ welcomed: true, last: team, run: { id: 'run1' } })
    const again = createSession(host.port, { today: () => dayOf(2024, 3, 31) })
    await again.start()
    expect(again.store.get().memory.last).toEqual(team)
  })

  test('progress only ever grows, from reading to the last tab', async () => {
    const { session } = await opened()
    const seen: number[] = []
    session.store.subscribe(() => {
      const { pack } = session.store.get()
      if (pack.at === 'building') seen.push(pack.progress.done)
    })
    await session.build(team)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  test('a scope that nobody has is refused with its sentence, and nothing is written', async () => {
    const { host, session, state } = await opened()
    const before = copyWorkbook(host.book())
    await session.build({ ...team, scope: 'Atlantis' })
    expect(failure(state().pack)).toMatch(/Atlantis/)
    expect(changesSince(before, host.book())).toEqual([])
  })

  test('cancelling during the write leaves the workbook as it was', async () => {
    const { host, session, state } = await opened()
    const before = copyWorkbook(host.book())
    host.before('write', () => session.cancel())
    await session.build(team)
    expect(state().pack.at).toBe('cancelled')
    expect(changesSince(before, host.book())).toEqual([])
  })

  test('a protected tab stands in the way by its name, and nothing is written', async () => {
    const { host, session, state } = await opened()
    await session.build(team)
    const [cover = ''] = packNames(host.book())
    const tab = tabNamed(host.book(), cover)
    if (tab !== undefined) tab.protected = true
    const writes = host.calls.filter((call) => call === 'write').length
    await session.build(team)
    const { pack } = state()
    expect(pack.at === 'failed' && pack.obstacles).toEqual([expect.stringContaining(`"${cover}" is protected`)])
    expect(host.calls.filter((call) => call === 'write')).toHaveLength(writes)
  })

  test('a failure of the host while writing is told in the words of the host', async () => {
    const { host, session, state } = await opened()
    host.before('write', () => {
      throw new PortError('too-large', 'The pack is larger than one request can carry. Choose a smaller scope.')
    })
    await session.build(team)
    expect(failure(state().pack)).toBe('The pack is larger than one request can carry. Choose a smaller scope.')
  })

  test('undo puts the workbook back as it was before the run, once', async () => {
    const { host, session, state } = await opened()
    const before = copyWorkbook(host.book())
    await session.build(team)
    await session.undo()
    expect(state()).toMatchObject({ pack: { at: 'undone', title: 'Sales team meeting, 2024-03-31' }, run: null })
    const changes = changesSince(before, host.book()).filter((change) => !change.includes('spm.panel'))
    expect(changes).toEqual([])
    const undos = host.calls.filter((call) => call === 'undo').length
    await session.undo()
    expect(host.calls.filter((call) => call === 'undo')).toHaveLength(undos)
  })

  test('an edit after the reading is in the pack: a build reads the cells anew', async () => {
    const { host, session } = await opened()
    const reads = host.calls.filter((call) => call === 'read').length
    await session.build(team)
    expect(host.calls.filter((call) => call === 'read')).toHaveLength(reads + 1)
  })
})

describe('a run that was broken off', () => {
  const broken = async () => {
    const before = smallWorkbook()
    const after = copyWorkbook(before)
    putTable(after, 'TEAM · 0 Trust', [['half']])
    const all = open(before)
    all.host.breakOff('Sales team meeting', after)
    await all.session.start()
    return { ...all, before }
  }

  test('is found before anything is read', async () => {
    const { host, state } = await broken()
    expect(state().recovery).toMatchObject({ at: 'found', run: { tabs: ['TEAM · 0 Trust'] } })
    expect(host.calls).not.toContain('scan')
  })

  test('is put back, and then the workbook is read', async () => {
    const { host, session, state, before } = await broken()
    await session.restore()
    expect(state()).toMatchObject({ recovery: { at: 'restored' }, data: { at: 'ready' } })
    expect(changesSince(before, host.book())).toEqual([])
    session.closeRecovery()
    expect(state().recovery.at).toBe('none')
  })

  test('whose restoring fails too can be put back again', async () => {
    const { host, session, state } = await broken()
    host.before('restore', () => {
      throw new PortError('lost', 'The connection to the workbook was lost. Open it again, then put back again.')
    })
    await session.restore()
    expect(state().recovery.at).toBe('failed')
    host.before('restore', () => undefined)
    await session.restore()
    expect(state().recovery.at).toBe('restored')
  })
})

describe('settings, mappings and the sample', () => {
  test('a mapping that is saved is in the workbook and counts from then on', async () => {
    const workbook = newWorkbook()
    putTable(workbook, 'Sheet A', [
      ['Deal ID', 'Name', 'Seller', 'Status', 'Amount', 'Stage', 'Created', 'Close date', 'Helper'],
      ['D1', 'Pumps', 'Anna', 'open', 10, 'Qualify', '2024-01-01', '2024-05-01', 'Ben'],
    ])
    const { host, session, state } = await opened(workbook)
    const owner = (): string | null | undefined =>
      state()
        .view?.tables.find(({ table }) => table === 'deals')
        ?.fields.find(({ field }) => field === 'owner')?.from
    await session.save([
      { section: 'tables', key: 'deals', value: 'Sheet A' },
      { section: 'map', key: 'deals.owner', value: 'Helper' },
    ])
    expect(owner()).toBe('Helper')
    expect(tabNamed(host.book(), 'SPM Settings')).toBeDefined()
  })

  test('a setting that is saved is shown with its value, and removed again by an empty one', async () => {
    const { session, state } = await opened()
    const stale = () => found(state().view?.settings ?? [], ({ key }) => key === 'stale_days')
    expect(stale()).toMatchObject({ value: '', leftOut: '60', takes: { type: 'number' } })
    await session.save([{ section: 'settings', key: 'stale_days', value: '45' }])
    expect(stale().value).toBe('45')
    await session.save([{ section: 'settings', key: 'stale_days', value: '' }])
    expect(stale().value).toBe('')
  })

  test('a setting that cannot be used is a finding, and the workbook is read without it', async () => {
    const { session, state } = await opened()
    await session.save([{ section: 'settings', key: 'stale_days', value: 'soon' }])
    expect(state().data.at).toBe('ready')
    expect(state().view?.findings[0]).toMatchObject({ level: 'stop', text: expect.stringContaining('stale_days') })
    expect(found(state().view?.tables ?? [], ({ table }) => table === 'deals').records).toBe(10)
  })

  test('the sample is added to an empty workbook and read at once', async () => {
    const rows = [
      ['Deal ID', 'Owner', 'Status', 'Amount', 'Stage', 'Created', 'Close date'],
      ['D1', 'Anna', 'open', 10, 'Qualify', 45292, 45413],
    ]
    const { host, session, state } = await opened(newWorkbook('Sheet1'), {
      loadSample: async () => [{ name: 'Deals', rows, formats: rows[0]?.map(() => null) ?? [], table: 'Deals' }],
    })
    await session.addSample()
    expect(state()).toMatchObject({ sample: { at: 'idle' }, memory: { welcomed: true }, view: { records: 1 } })
    expect(host.book().tabs.map(({ name }) => name)).toEqual(['Sheet1', 'Deals'])
  })

  test('a sample that cannot be fetched is a sentence, and the workbook stays as it was', async () => {
    const { host, session, state } = await opened(newWorkbook('Sheet1'), {
      loadSample: async () => {
        throw new PortError('failed', 'The sample could not be fetched. Check the connection, then try again.')
      },
    })
    await session.addSample()
    expect(state().sample).toMatchObject({ at: 'failed' })
    expect(host.book().tabs).toHaveLength(1)
  })

  test('what the panel remembers is guarded: text of somebody else counts as nothing', async () => {
    const workbook = smallWorkbook()
    workbook.settings.set('spm.panel', '{"welcomed":"yes","last":7}')
    const { state } = await opened(workbook)
    expect(state().memory).toEqual({ welcomed: false, last: null, run: null })
  })
})
