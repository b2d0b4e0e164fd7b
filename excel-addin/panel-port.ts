import { PortError, type HostFacts, type Port, type Work } from '#panel/port.ts'
import { brokenOff, lastDone, readJournal } from './journal/journal.ts'
import { putBack } from './journal/put-back.ts'
import { writeRun } from './journal/write-run.ts'
import { runExcel, supports } from './office/run-excel.ts'
import { lookAtBook } from './report/look-at-book.ts'
import { planWrite } from './report/plan-write.ts'
import { addTabs } from './workbook/add-tabs.ts'
import { readRange } from './workbook/read-range.ts'
import { readTabs } from './workbook/read-tabs.ts'
import { scanWorkbook } from './workbook/scan.ts'
import { insertFormula, readSelection, showRange } from './workbook/selection.ts'
import { saveSettings } from './workbook/settings-tab.ts'
import { readState, saveState } from './workbook/state.ts'
import { watchWorkbook } from './workbook/watch.ts'

export interface PortOptions {
  /** Where the pages of the documentation are, ending with `/`. */
  readonly helpAddress: string
  readonly theme: HostFacts['theme']
  /** BCP 47. */
  readonly locale: string
}

/** Between arguments as people write them: Excel says only which decimal separator they use (1.11). */
const readSeparator = async (): Promise<HostFacts['separator']> => {
  if (!supports('1.11')) return ','
  return await runExcel(async (context) => {
    const { application } = context.workbook
    application.load('decimalSeparator')
    await context.sync()
    return application.decimalSeparator === ',' ? ';' : ','
  })
}

const read: Port['read'] = async (ranges, work) =>
  await runExcel(async (context) => {
    const grids = []
    for (const [index, range] of ranges.entries()) {
      const told = (rows: number, of: number): void => {
        if (work.signal.aborted) throw new PortError('cancelled', 'Cancelled. Nothing was changed.')
        work.progress((index + rows / of) / ranges.length, `Reading ${range.tab}`)
      }
      grids.push(await readRange(context, range, told))
    }
    return grids
  })

const undo = async (run: string, work: Work): Promise<void> =>
  await runExcel(async (context) => {
    const journal = await readJournal(context)
    const head = lastDone(journal)
    if (head?.run !== run)
      throw new PortError('gone', 'This run cannot be undone any more: a later one has been written since.')
    await putBack(context, journal, head, (tab) => {
      work.progress(0.5, `Putting back ${tab}`)
    })
  })

const restore = async (work: Work): Promise<void> =>
  await runExcel(async (context) => {
    const journal = await readJournal(context)
    const head = brokenOff(journal)
    if (head === null) return
    await putBack(context, journal, head, (tab) => {
      work.progress(0.5, `Putting back ${tab}`)
    })
  })

const unfinished: Port['unfinished'] = async () =>
  await runExcel(async (context) => {
    const head = brokenOff(await readJournal(context))
    return head && { title: head.title, begun: head.begun, tabs: [...head.rewritten, ...head.added] }
  })

const openPage = (address: string): void => {
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1'))
    Office.context.ui.openBrowserWindow(address)
  else window.open(address, '_blank', 'noopener')
}

/** The panel's port on a workbook that is open in Excel. */
export const openPort = async ({ helpAddress, theme, locale }: PortOptions): Promise<Port> => ({
  facts: { host: 'excel', prefix: 'SPM.', separator: await readSeparator(), locale, canUndo: true, theme },
  scan: async () => await runExcel(scanWorkbook),
  read,
  watch: watchWorkbook,
  readState: async () => await runExcel(readState),
  saveState: async (state) => {
    await runExcel((context) => saveState(context, state))
  },
  saveSettings: async (rows) => {
    await runExcel((context) => saveSettings(context, rows))
  },
  readTabs: async (names) => await runExcel((context) => readTabs(context, names)),
  plan: async (tabs) => await runExcel(async (context) => planWrite(await lookAtBook(context, tabs), tabs)),
  write: writeRun,
  undo,
  unfinished,
  restore,
  show: async (place) => {
    await runExcel((context) => showRange(context, place))
  },
  insert: async (formula) => {
    await runExcel((context) => insertFormula(context, formula))
  },
  selection: async () => await runExcel(readSelection),
  addTabs,
  help: (page) => {
    openPage(new URL(page, helpAddress).href)
  },
})
