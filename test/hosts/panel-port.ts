import { readAddress } from '#local/workbook/address'
import type { Area } from '#core/report/instructions'
import { carryOut } from '#local/workbook/carry-out'
import { areaAround, isBlank } from '#local/workbook/cells'
import { copyWorkbook } from '#local/workbook/copy'
import { tabById, tabNamed } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'
import { PortError, type FoundRange, type HostFacts, type Port, type WritePlan } from '#panel/port.ts'
import { addPlainTab, gridOf, rangeOf, rangesOf, saveSettingRows } from './panel-cells.ts'

const stateKey = 'spm.panel'

/** What a test sees and steers of the host behind the panel. */
export interface TestHost {
  readonly port: Port
  /** The workbook as it is now. */
  book(): Workbook
  /** What was asked of the port, in order. */
  readonly calls: string[]
  /** Pages of help that were opened, formulas that were inserted, cells that were shown. */
  readonly seen: { readonly help: string[]; readonly inserted: string[]; readonly shown: string[] }
  /** Done before each call of that name: to fail, to wait, or to look. */
  before(method: keyof Port, act: () => Promise<void> | void): void
  /** Lets the host tell of an edit. */
  edit(): void
  /** Leaves a run behind that was broken off: `after` is what stands there, the book of now what is put back. */
  breakOff(title: string, after: Workbook): void
}

export interface TestHostOptions {
  readonly facts?: Partial<HostFacts>
  readonly selected?: { readonly tab: string; readonly address: string }
}

const facts: HostFacts = {
  host: 'test',
  prefix: 'SPM.',
  separator: ',',
  locale: 'en-GB',
  canUndo: true,
  theme: null,
}

interface Inside {
  workbook: Workbook
  broken: { readonly title: string; readonly before: Workbook; readonly tabs: readonly string[] } | null
  readonly runs: Map<string, Workbook>
  readonly seen: TestHost['seen']
  /** Where the user stands; left out, cell A1 of the tab in view. */
  readonly selected: TestHostOptions['selected']
  enter(method: keyof Port): Promise<void>
}

const refuse = (signal: AbortSignal): void => {
  if (signal.aborted) throw new PortError('cancelled', 'Cancelled. The workbook is as it was.')
}

const areaIn = ({ workbook }: Inside, tabName: string, address: string): readonly [Tab, Area] => {
  const tab = tabNamed(workbook, tabName)
  const area = readAddress(address)
  if (tab === undefined || area === null)
    throw new PortError('gone', `The cells ${address} of "${tabName}" are no longer there. Read the workbook again.`)
  return [tab, area]
}

const wholeTab = (tab: Tab): Area | null => {
  const used = areaAround(tab, (cell) => !isBlank(cell))
  return used && { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns }
}

const planOf = ({ tabs: all }: Workbook, tabs: readonly string[]): WritePlan => {
  const names = new Map(all.map((tab) => [tab.name, tab]))
  const pack = /^(.*) · /.exec(tabs[0] ?? '')?.[1]
  const leftOver = all.filter(({ name }) => name.startsWith(`${pack ?? name} · `) && !tabs.includes(name))
  const locked = tabs.filter((name) => names.get(name)?.protected === true)
  return {
    tabs: tabs.map((tab) => ({ tab, state: names.has(tab) ? 'rewritten' : 'new' })),
    leftOver: leftOver.map(({ name }) => name),
    obstacles: locked.map((tab) => `The tab "${tab}" is protected: take the protection off, then build again.`),
  }
}

const selected = ({ workbook, selected: chosen }: Inside): FoundRange | null => {
  const { tab: name, address } = chosen ?? { tab: tabById(workbook, workbook.active)?.name ?? '', address: 'A1' }
  const tab = tabNamed(workbook, name)
  const [table] = tab?.tables ?? []
  if (tab === undefined) return null
  if (table !== undefined) return rangeOf(tab, table.name, 'table', table.area)
  const area = areaAround(tab, (cell) => !isBlank(cell)) ?? readAddress(address)
  return area === null ? null : rangeOf(tab, tab.name, 'tab', area)
}

type Reading = Pick<Port, 'scan' | 'read' | 'readState' | 'readTabs' | 'plan' | 'unfinished' | 'selection'>

const reading = (inside: Inside): Reading => ({
  scan: async () => {
    await inside.enter('scan')
    return rangesOf(inside.workbook)
  },
  read: async (ranges, work) => {
    await inside.enter('read')
    return ranges.map(({ tab, address }, i) => {
      refuse(work.signal)
      work.progress((i + 1) / ranges.length, `Reading ${tab}`)
      return gridOf(...areaIn(inside, tab, address))
    })
  },
  readState: async () => {
    await inside.enter('readState')
    const kept = inside.workbook.settings.get(stateKey)
    return typeof kept === 'string' ? kept : null
  },
  readTabs: async (names) => {
    await inside.enter('readTabs')
    return names.flatMap((name) => {
      const tab = tabNamed(inside.workbook, name)
      const whole = tab === undefined ? null : wholeTab(tab)
      return tab === undefined || whole === null ? [] : [{ tab: name, cells: gridOf(tab, whole) }]
    })
  },
  plan: async (tabs) => {
    await inside.enter('plan')
    return planOf(inside.workbook, tabs)
  },
  unfinished: async () => {
    await inside.enter('unfinished')
    const { broken } = inside
    return broken && { title: broken.title, begun: '2026-03-31T09:30:00Z', tabs: broken.tabs }
  },
  selection: async () => {
    await inside.enter('selection')
    return selected(inside)
  },
})

type Writing = Pick<Port, 'saveState' | 'saveSettings' | 'write' | 'undo' | 'restore' | 'addTabs'>

const writing = (inside: Inside): Writing => ({
  saveState: async (state) => {
    await inside.enter('saveState')
    inside.workbook.settings.set(stateKey, state)
  },
  saveSettings: async (rows) => {
    await inside.enter('saveSettings')
    saveSettingRows(inside.workbook, rows)
  },
  write: async ({ run, instructions }, work) => {
    const before = copyWorkbook(inside.workbook)
    const draft = copyWorkbook(inside.workbook)
    const tabs = instructions.flatMap((each) => (each.do === 'tab' ? [each.tab] : []))
    carryOut(draft, instructions)
    for (const [i, tab] of tabs.entries()) {
      work.progress(i / tabs.length, `Writing ${tab}`)
      await inside.enter('write')
      refuse(work.signal)
    }
    inside.workbook = draft
    inside.runs.set(run, before)
    return { tabs, milliseconds: 1200, substitutes: [] }
  },
  undo: async (run) => {
    await inside.enter('undo')
    const before = inside.runs.get(run)
    if (before === undefined)
      throw new PortError('gone', 'This run can no longer be taken back: its tabs were written over since.')
    inside.workbook = before
  },
  restore: async (work) => {
    work.progress(0.5, 'Putting tabs back')
    await inside.enter('restore')
    if (inside.broken !== null) inside.workbook = inside.broken.before
    inside.broken = null
  },
  addTabs: async (tabs, work) => {
    for (const [i, tab] of tabs.entries()) {
      await inside.enter('addTabs')
      refuse(work.signal)
      work.progress(i / tabs.length, `Adding ${tab.name}`)
      addPlainTab(inside.workbook, tab)
    }
  },
})

const pointing = (inside: Inside): Pick<Port, 'show' | 'insert' | 'help'> => ({
  show: async ({ tab, address }) => {
    await inside.enter('show')
    const [found] = areaIn(inside, tab, address)
    inside.workbook.active = found.id
    inside.seen.shown.push(`${tab}!${address}`)
  },
  insert: async (formula) => {
    await inside.enter('insert')
    inside.seen.inserted.push(formula)
  },
  help: (page) => void inside.seen.help.push(page),
})

/** The panel's port on a workbook in memory. */
export const testHost = (workbook: Workbook, { facts: told, selected: chosen }: TestHostOptions = {}): TestHost => {
  const watchers = new Set<() => void>()
  const gates = new Map<keyof Port, () => Promise<void> | void>()
  const calls: string[] = []
  const seen: TestHost['seen'] = { help: [], inserted: [], shown: [] }
  const enter = async (method: keyof Port): Promise<void> => {
    calls.push(method)
    await gates.get(method)?.()
  }
  const inside: Inside = { workbook, broken: null, runs: new Map(), seen, selected: chosen, enter }
  const watch: Port['watch'] = (changed) => {
    watchers.add(changed)
    return () => void watchers.delete(changed)
  }
  return {
    port: { facts: { ...facts, ...told }, watch, ...reading(inside), ...writing(inside), ...pointing(inside) },
    calls,
    seen,
    book: () => inside.workbook,
    before: (method, act) => void gates.set(method, act),
    edit: () => {
      for (const changed of watchers) changed()
    },
    breakOff: (title, after) => {
      const names = new Set(inside.workbook.tabs.map(({ name }) => name))
      const tabs = after.tabs.flatMap(({ name }) => (names.has(name) ? [] : [name]))
      inside.broken = { title, before: inside.workbook, tabs }
      inside.workbook = after
    },
  }
}
