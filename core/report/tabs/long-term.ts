import { isoDay } from '../../cells/day.ts'
import { coverage } from '../../metrics/coverage.ts'
import { pipeline } from '../../metrics/pipeline.ts'
import type { Value } from '../../metrics/value.ts'
import { weighted } from '../../metrics/weighted.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableColumn, TableRow } from '../report.ts'

const quarters = 5
const part = 'coverage of later targets'

const isPositive = (value: Value | undefined): boolean => typeof value === 'number' && value > 0

/** One row per quarter: what is open for it, and what the target still asks for. */
const rowFor = (pack: PackContext, steps: number): TableRow => {
  const { label, start, end } = pack.quarter(steps)
  const period = `${isoDay(start)}/${isoDay(end)}`
  const covered = pack.ask(coverage, part, { period })?.rows[0]
  const [open] = pack.ask(pipeline, 'the open pipeline', { period })?.rows ?? []
  const [chance] =
    pack.data.anyColumn('deals', 'probability') === null
      ? []
      : (pack.ask(weighted, 'the weighted pipeline', { period })?.rows ?? [])
  return {
    quarter: label,
    deals: open?.['count'] ?? null,
    open: covered?.['open'] ?? open?.['value'] ?? null,
    weighted: chance?.['weighted'] ?? null,
    won: covered?.['won'] ?? null,
    target: covered?.['target'] ?? null,
    remaining: covered?.['remaining'] ?? null,
    remark: typeof covered?.['coverage'] === 'string' ? covered['coverage'] : null,
  }
}

const columns: readonly TableColumn[] = [
  { key: 'quarter', label: 'Quarter', kind: 'text' },
  { key: 'deals', label: 'Open deals', kind: 'count', total: 'sum' },
  { key: 'open', label: 'Open value', kind: 'money', total: 'sum' },
  { key: 'weighted', label: 'Weighted', kind: 'money', total: 'sum' },
  { key: 'won', label: 'Won', kind: 'money', total: 'sum' },
  { key: 'target', label: 'Target', kind: 'money', total: 'sum' },
  { key: 'remaining', label: 'Still to win', kind: 'money', total: 'sum' },
  {
    key: 'coverage',
    label: 'Coverage',
    kind: 'ratio',
    formula: { ratio: ['open', 'remaining'] },
    rule: { kind: 'below', limit: 2 },
  },
  { key: 'remark', label: 'Remark', kind: 'text' },
]

/** Is the value of the funnel enough for the targets of the quarters to come? */
export const longTermTab = (pack: PackContext): Tab | null => {
  const rows = Array.from({ length: quarters }, (_, steps) => rowFor(pack, steps))
  if (rows.every((row) => !isPositive(row['deals']) && !isPositive(row['target']))) return null
  const filled = columns.filter(({ key, formula }) => formula !== undefined || rows.some((row) => row[key] !== null))
  const hasTargets = filled.some(({ key }) => key === 'remaining')
  const table: Block = {
    kind: 'table',
    name: 'coverage',
    title: 'Open value against what is still to be won',
    columns: filled.filter(({ key }) => hasTargets || key !== 'coverage'),
    rows,
    total: true,
    empty: '',
    notes: [
      'This quarter counts overdue deals as well. Coverage = open value ÷ still to win; how much is enough depends on your win rate: 1 ÷ win rate.',
    ],
    charts: [
      {
        kind: 'column',
        title: hasTargets ? 'Open value and what is still to be won, by quarter' : 'Open value by quarter',
        alt: 'Columns by quarter: value of the open opportunities due in it, and what the target still asks for.',
        category: 'quarter',
        series: [
          { key: 'open', colour: 'actual' },
          ...(hasTargets ? [{ key: 'remaining', colour: 'target' as const }] : []),
        ],
      },
    ],
  }
  return {
    key: 'longTerm',
    label: '4 Long term',
    title: 'Long term',
    purpose: 'Is the value of the funnel enough for later targets?',
    colour: 'ahead',
    provisional: false,
    blocks: [table],
  }
}
