import type { Dataset } from '../dataset/dataset.ts'
import { headerKey } from '../dataset/header.ts'
import type { Fields } from '../dataset/schema.ts'
import { deals } from '../dataset/tables/deals.ts'
import { SpmError } from '../errors.ts'

const fields: Fields = deals.fields

const fillable = Object.keys(fields).filter(
  (field) => fields[field]?.level !== 'derived' && fields[field]?.kind !== 'status',
)

/** The fields that every opportunity has to have. */
export const mandatoryFields: readonly string[] = fillable.filter((field) => fields[field]?.level === 'mandatory')

/** Field names or headers with commas between them, as fields; one that nobody knows is an error that names it. */
export const readRequired = (text: string | null, data: Dataset): readonly string[] => {
  const words = (text ?? '').split(',').filter((word) => word.trim() !== '')
  const table = data.table('deals')
  return words.map((word) => {
    const key = headerKey(word)
    const found =
      fillable.find((field) => headerKey(field) === key) ??
      fillable.find((field) => table?.has(field) === true && headerKey(table.header(field)) === key)
    if (found !== undefined) return found
    throw new SpmError(
      'argument',
      `required: "${word.trim()}" is no field of the opportunities. Write fields such as account, product, next_step.`,
    )
  })
}
