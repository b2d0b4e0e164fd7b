import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { figure, naming, oddity } from './oddity.ts'

const count = (rows: number, test: (row: number) => boolean): number => {
  let found = 0
  for (let row = 0; row < rows; row++) if (test(row)) found++
  return found
}

/** Rows whose amount is less than their cost. */
export const belowCost = (data: Dataset): readonly Finding[] => {
  const [table, amount, cost] = [data.table('deals'), data.column('deals', 'amount'), data.column('deals', 'cost')]
  if (table === null || amount === null || cost === null) return []
  const rows = data.rows('deals')
  const found = count(rows, (row) => amount.at(row) < cost.at(row))
  return found === 0
    ? []
    : [
        oddity(
          'below-cost',
          table,
          'amount',
          found,
          `${figure(found)} of ${figure(rows)} rows are below cost (column "${table.header('cost')}").`,
        ),
      ]
}

/** Base64 of 16 bytes, or at least 16 bytes in hexadecimal digits. */
const hash = /^(?:[A-Za-z0-9+/]{22}==|[0-9a-f]{32,64})$/

/** Stages whose names are hashes, so that nothing tells what they are. */
export const hashedStages = (data: Dataset): readonly Finding[] => {
  const [table, stage] = [data.table('deals'), data.column('deals', 'stage')]
  if (table === null || stage === null) return []
  const names = stage.labels.filter((label) => hash.test(label))
  return names.length === 0
    ? []
    : [
        oddity(
          'hashed-stages',
          table,
          'stage',
          names.length,
          `${figure(names.length)} ${names.length === 1 ? 'name is a hash' : 'names are hashes'} (${naming(names.slice(0, 2))}), which tell neither order nor outcome. Export the names, or list them in a table Stages.`,
        ),
      ]
}

/** How far probabilities go beyond 100%. */
export const highProbability = (data: Dataset): readonly Finding[] => {
  const table = data.table('deals')
  const stated = table?.read('probability')
  if (table === null || stated === null || stated === undefined || !('values' in stated)) return []
  let highest = 0
  for (const value of stated.values) if (value > highest) highest = value
  return highest <= 1
    ? []
    : [oddity('probability-high', table, 'probability', 1, `values go up to ${figure(Math.round(highest * 100))}%.`)]
}
