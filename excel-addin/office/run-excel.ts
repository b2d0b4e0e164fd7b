import { portErrorOf } from './port-error.ts'

/** Whether this Excel has a set of functions above the floor of the add-in (ExcelApi 1.9). */
export const supports = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version)

/** Runs one piece of work on the workbook, as {@link runExcel} does. */
export type RunExcel = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>

/**
 * Runs one piece of work on the workbook. What it writes is one step of Excel's undo where Excel can do that (1.20). A
 * cell that is being edited delays it.
 *
 * @throws PortError for everything that goes wrong in Excel
 */
export const runExcel: RunExcel = async (work) => {
  const options = { delayForCellEdit: true, ...(supports('1.20') && { mergeUndoGroup: true }) }
  try {
    return await Excel.run(options, work)
  } catch (error) {
    throw portErrorOf(error)
  }
}
