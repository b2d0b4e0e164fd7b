import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { headerKey } from '../header.ts'
import { nearest } from '../nearest.ts'
import { figure, naming, oddity } from './oddity.ts'

/** Products of opportunities that the table Products does not list, each with the name that was probably meant. */
export const unlistedProducts = (data: Dataset): readonly Finding[] => {
  const [table, list] = [data.table('deals'), data.table('products')]
  const [product, listed] = [data.column('deals', 'product'), data.column('products', 'product')]
  if (table === null || list === null || product === null || listed === null) return []
  const names = listed.labels.filter(Boolean)
  const known = new Set(names)
  const rows = new Map<string, number>()
  for (let row = 0; row < product.length; row++) {
    const name = product.at(row)
    if (name !== '' && !known.has(name)) rows.set(name, (rows.get(name) ?? 0) + 1)
  }
  if (rows.size === 0) return []
  const shown = [...rows].map(([name, count]) => {
    const near = names.find((each) => headerKey(each) === headerKey(name)) ?? nearest(name, names)
    return `"${name}" (${figure(count)} ${count === 1 ? 'row' : 'rows'}${near === null ? '' : `, nearly "${near}"`})`
  })
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0)
  return [
    oddity(
      'product',
      table,
      'product',
      total,
      `${rows.size === 1 ? '1 name is' : `${figure(rows.size)} names are`} not in "${list.name}": ${naming(shown)}.`,
    ),
  ]
}
