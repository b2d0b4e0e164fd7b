import { firstInputDay, lastInputDay, refusalOf, refusalTitle } from '#core/report/input-check'
import type { Validation } from '#core/report/instructions'
import { bytesOf, type Batch } from '../office/batch.ts'
import type { TabWork } from './tab-work.ts'

const ruleOf = (validation: Validation): Excel.DataValidationRule => {
  switch (validation.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: validation.values.join(',') } }
    case 'date':
      return { date: { formula1: `=${firstInputDay}`, formula2: `=${lastInputDay}`, operator: 'Between' } }
    case 'text':
      return { textLength: { formula1: validation.maximum, operator: 'LessThanOrEqualTo' } }
  }
}

/** Checks of what people type; blank stays allowed. */
export const putChecks = async (
  batch: Batch,
  sheet: Excel.Worksheet,
  { validations }: Pick<TabWork, 'validations'>,
): Promise<void> => {
  for (const { area, validation, prompt } of validations)
    await batch.add(bytesOf(validation) + bytesOf(prompt), () => {
      const check = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).dataValidation
      check.rule = ruleOf(validation)
      check.prompt = { message: prompt, showPrompt: prompt !== '', title: '' }
      check.errorAlert = { message: refusalOf(validation), showAlert: true, style: 'Stop', title: refusalTitle }
    })
}
