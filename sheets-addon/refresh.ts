import { updateAsOf } from './as-of.ts'

/** Enters the formulas that use SPM once more, so that Google works them out again; the as-of cell refreshes those that name it. */
export const refreshFormulas = (): void => {
  updateAsOf(true)
  const found = SpreadsheetApp.getActiveSpreadsheet().createTextFinder('SPM_').matchFormulaText(true).findAll()
  for (const cell of found) cell.setFormula(cell.getFormula())
  SpreadsheetApp.flush()
}
