import type { Dataset } from '../dataset/dataset.ts'
import type { AnyColumn } from '../dataset/schema.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { people } from '../dataset/tables/people.ts'
import { stages } from '../dataset/tables/stages.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { missingColumn } from './missing-column.ts'
import { common, from, maybe } from './params.ts'
import { amountChecks, blankCheck, dateChecks } from './quality-checks.ts'
import { findingRows } from './quality-findings.ts'
import { referenceChecks } from './quality-references.ts'
import { qualityRows } from './quality-rows.ts'
import { mandatoryFields, readRequired } from './required-fields.ts'

const fields = [
  'deal_id',
  'name',
  'owner',
  'stage',
  'pipeline',
  'status',
  'status_text',
  'is_closed',
  'is_won',
  'amount',
  'value',
  'currency',
  'probability',
  'created',
  'close_date',
  'closing',
  'next_step',
] as const

/** A field that was asked for must have a column; the others are checked where they have one. */
const columnOf = (data: Dataset, field: string, asked: readonly string[]): AnyColumn | null => {
  const column = data.anyColumn('deals', field)
  if (column === null && asked.includes(field)) throw missingColumn(data, 'deals', field)
  return column
}

export const dataQuality = defineMetric({
  name: 'DATA_QUALITY',
  title: 'Data quality',
  family: 'trust',
  about: 'What is missing, wrong or at odds in the table of opportunities, with an example of each.',
  variant:
    'rows that fail each check, as a share of the rows that the check looks at; every line of a deal is a row; checks whose column or table is not there are named in a note',
  params: {
    deals: {
      ...from(deals, [], fields),
      lines: true,
    },
    stages: maybe(stages, ['stage'], ['type', 'order', 'initial', 'alias', 'pipeline']),
    people: maybe(people, ['person'], ['alias', 'email']),
    asOf: common.asOf,
    by: { ...common.by, day: null, about: 'Split by owner (or person), team, region, product, segment or source.' },
    required: {
      type: 'text',
      about:
        'More fields that must be filled in, with commas: account, product. A field without a column is shown as such.',
    },
  },
  columns: {
    check: { label: 'Check', kind: 'text' },
    rows: { label: 'Rows', kind: 'count' },
    share: { label: 'Share', kind: 'percent' },
    example: { label: 'Example', kind: 'text' },
    column: { label: 'Column', kind: 'text' },
  },
  sources: ['B-04', 'DY4'],
  compute({ deals, asOf, by, required }, context) {
    const { data, people } = context
    const order = () => stageOrderOf(data)
    const asked = readRequired(required, data)
    const filled = [...new Set([...mandatoryFields, ...asked])]
    const isOpen = (row: number): boolean => deals.status?.isOpen(row) ?? true
    const checks = [
      ...filled.map((field) => blankCheck(field, () => columnOf(data, field, asked))),
      ...(asked.includes('next_step') ? [] : [blankCheck('next_step', () => deals.next_step, isOpen)]),
      ...dateChecks(deals, asOf),
      ...referenceChecks(deals, order, people),
      ...amountChecks(deals, order),
    ]
    const groups = by ?? oneGroup(deals.rows)
    context.tell('deals', () => null)
    const input = { checks, groups, rows: deals.rows, ids: deals.deal_id }
    return qualityRows(input, findingRows(data, fields), by, context)
  },
})
