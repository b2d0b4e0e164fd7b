import { carryOut } from '#local/workbook/carry-out'
import { newWorkbook } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { sampleFrom } from '#samples/sample'
import { sampleInstructions, sampleSheets } from '#samples/tabs'

/** The sample as a workbook in memory. */
export const sampleWorkbook = (): Workbook => {
  const workbook = newWorkbook()
  carryOut(workbook, sampleInstructions(sampleSheets(sampleFrom())))
  return workbook
}
