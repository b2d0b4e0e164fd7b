import type { DataValidation } from 'hucre'
import { areaAddress } from '#core/report/a1'
import { firstInputDay, lastInputDay, refusalOf, refusalTitle } from '#core/report/input-check'
import type { Validation } from '#core/report/instructions'
import { fail } from './fail.ts'
import { checkArea, type Of, type TabDraft } from './tab-draft.ts'

/** Limits of the file format, in characters. */
const longestList = 255
const longestPrompt = 255

type Body = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2' | 'values'>

const list = (values: readonly string[], where: string): Body => {
  if (values.length === 0) fail('file', `${where} has no values to choose from.`)
  const broken = values.find((value) => value.includes(',') || value === '')
  if (broken !== undefined)
    fail('file', `${where} offers "${broken}", but a value in a list has at least one character and no comma.`)
  if (values.join(',').length > longestList)
    fail('file', `${where} offers values of more than ${longestList} characters in all: shorten or drop some.`)
  return {
    type: 'list',
    values: values.map((value) => value.replaceAll('"', '""')),
  }
}

const text = (maximum: number, where: string): Body => {
  if (!Number.isInteger(maximum) || maximum < 1)
    fail('file', `${where} needs a whole number of characters, not ${maximum}.`)
  return {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formula1: String(maximum),
  }
}

const body = (validation: Validation, where: string): Body => {
  switch (validation.kind) {
    case 'list':
      return list(validation.values, where)
    case 'date':
      return {
        type: 'date',
        operator: 'between',
        formula1: String(firstInputDay),
        formula2: String(lastInputDay),
      }
    case 'text':
      return text(validation.maximum, where)
  }
}

/** Adds a check of what people type, with a prompt; blank stays allowed. */
export const writeValidation = (draft: TabDraft, { area, validation, prompt }: Of<'validation'>): void => {
  const where = `The validation of ${areaAddress(area)} on tab "${draft.name}"`
  checkArea(draft, area, where)
  if (prompt.length > longestPrompt)
    fail('file', `${where} has a prompt of more than ${longestPrompt} characters: shorten it.`)
  draft.sheet.dataValidations?.push({
    ...body(validation, where),
    range: areaAddress(area),
    allowBlank: true,
    showInputMessage: prompt !== '',
    inputMessage: prompt,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: refusalTitle,
    errorMessage: refusalOf(validation),
  })
}
