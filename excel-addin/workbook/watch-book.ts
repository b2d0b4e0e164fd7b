import type { RunExcel } from '../office/run-excel.ts'

/** Whether the change is one that this add-in made; Excel tells from ExcelApi 1.14 on, and our writers switch events off besides. */
export const isOwn = (event: { readonly triggerSource?: string }): boolean => event.triggerSource === 'ThisLocalAddin'

/**
 * Tells of every change that may change a table: cells that people, formulas and other programs change, tabs and tables
 * that come and go. The id of the sheet, or `null` where it may be any.
 */
export const watchBook = (run: RunExcel, changed: (sheet: string | null) => void): Promise<void> =>
  run(async (context) => {
    const { worksheets, tables } = context.workbook
    const any = (): Promise<void> => {
      changed(null)
      return Promise.resolve()
    }
    worksheets.onChanged.add((event) => {
      if (!isOwn(event)) changed(event.worksheetId)
      return Promise.resolve()
    })
    worksheets.onCalculated.add((event) => {
      changed(event.worksheetId)
      return Promise.resolve()
    })
    worksheets.onAdded.add(any)
    worksheets.onDeleted.add(any)
    tables.onAdded.add(any)
    tables.onDeleted.add(any)
    await context.sync()
  })
