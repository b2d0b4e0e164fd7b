import { isoDay } from '../../cells/day.ts'
import { statusNames } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { statusCode } from '../status.ts'
import { oddity } from './oddity.ts'

/** Deals that went from won to lost: an order that was cancelled, or a stage that was clicked by mistake. */
export const wonThenLost = (data: Dataset): readonly Finding[] => {
  const [table, id, stage, at] = [
    data.table('history'),
    data.column('history', 'deal_id'),
    data.column('history', 'to_stage'),
    data.column('history', 'changed_at'),
  ]
  if (table === null || id === null || stage === null || at === null) return []
  const statuses = stage.labels.map((label) => statusNames[statusCode(label)])
  const rows = Array.from({ length: id.length }, (_, row) => row)
    .filter((row) => !at.isBlank(row) && !id.isBlank(row))
    .sort((a, b) => id.code(a) - id.code(b) || at.at(a) - at.at(b) || a - b)
  const found = rows.filter((row, i) => {
    const before = rows[i - 1]
    const isSame = before !== undefined && id.code(before) === id.code(row)
    return isSame && statuses[stage.code(before)] === 'won' && statuses[stage.code(row)] === 'lost'
  })
  const [first] = found
  return first === undefined
    ? []
    : [
        oddity(
          'won-then-lost',
          table,
          'to_stage',
          found.length,
          `${found.length} ${found.length === 1 ? 'change leads' : 'changes lead'} from a won stage to a lost one (first: ${id.at(first)} on ${isoDay(at.at(first))}).`,
        ),
      ]
}
