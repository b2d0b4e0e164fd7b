import { runExcel } from '../office/run-excel.ts'
import { isOwn } from './watch-book.ts'

/** Milliseconds of quiet after the last change; the panel wants to hear no more often. */
const quiet = 500

/** Calls back after cells of any tab changed; gives the way to stop. A workbook that cannot be watched is not. */
export const watchWorkbook = (changed: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const hear = (change: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (!stopped && !isOwn(change)) {
      clearTimeout(timer)
      timer = setTimeout(changed, quiet)
    }
    return Promise.resolve()
  }
  const listening = runExcel(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(hear)
    await context.sync()
    return handler
  }).catch(() => null)
  const stop = async (): Promise<void> => {
    const handler = await listening
    if (handler === null) return
    handler.remove()
    await handler.context.sync()
  }
  return () => {
    stopped = true
    clearTimeout(timer)
    // Whether Excel hears of it or not, nothing is called back any more.
    void stop().catch(() => undefined)
  }
}
