import { coverage } from '../../metrics/coverage.ts'
import type { Metric } from '../../metrics/define.ts'
import { pipeline } from '../../metrics/pipeline.ts'
import type { Value } from '../../metrics/value.ts'
import { weighted } from '../../metrics/weighted.ts'
import { isoRange } from '../iso-range.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableColumn, TableRow } from '../report.ts'

const quarters = 5
const part = 'coverage of later targets'

const leastCoverage = 2

const overdueNote = 'The running quarter counts overdue deals as well.'
const coverageNote = `Coverage = open value ÷ still to win. How much is enough depends on your win rate: 1 ÷ win rate. Below ${leastCoverage}× it is marked red.`

const isPositive = (value: Value | undefined): boolean => typeof value === 'number' && value > 0

const cell = (row: TableRow | undefined, key: string): Value => row?.[key] ?? null

const hasChances = ({ data }: PackContext): boolean => data.anyColumn('deals', 'probability') !== null

/** One row per quarter: what is open for it, and what the target still asks for. */
const rowFor = (pack: PackContext, steps: number): TableRow => {
  const quarter = pack.quarter(steps)
  const period = isoRange(quarter)
  const first = (metric: Metric, missed: string): TableRow | undefined => pack.ask(metric, missed, { period })?.rows[0]
  const covered = first(coverage, part)
  const open = first(pipeline, 'the open pipeline')
  const chance = hasChances(pack) ? first(weighted, 'the weighted pipeline') : undefined
  const reached = cell(covered, 'coverage')
  return {
    quarter: quarter.label,
    deals: cell(open, 'count'),
    open: cell(covered, 'open') ?? cell(open, 'value'),
    weighted: cell(chance, 'weighted'),
    won: cell(covered, 'won'),
    target: cell(covered, 'target'),
    remaining: cell(covered, 'remaining'),
    remark: typeof reached === 'string' ? reached : null,
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
    rule: { kind: 'below', limit: leastCoverage },
  },
  { key: 'remark', label: 'Remark', kind: 'text' },
]

/** Is the value of the funnel enough for the targets of the quarters to come? */
export const longTermTab = (pack: PackContext): Tab | null => {
  const rows = Array.from({ length: quarters }, (_, steps) => rowFor(pack, steps))
  if (rows.every((row) => !isPositive(row['deals']) && !isPositive(row['target']))) return null
  const filled = columns.filter(({ key, formula }) => formula !== undefined || rows.some((row) => row[key] !== null))
  const hasTargets = filled.some(({ key }) => key === 'remaining')
  // Open value of quarters without a target would cover the targets of the others.
  const isWhole = !hasTargets || rows.every((row) => typeof row['remaining'] === 'number')
  const table: Block = {
    kind: 'table',
    name: 'coverage',
    title: 'Open value against what is still to be won',
    columns: filled.filter(({ key }) => hasTargets || key !== 'coverage'),
    rows,
    total: isWhole,
    empty: '',
    notes: hasTargets ? [overdueNote, coverageNote] : [],
    charts: [
      {
        kind: 'column',
        title: hasTargets ? 'Open value and what is still to be won, by quarter' : 'Open value by quarter',
        alt: `Columns by quarter: value of the open opportunities due in it${hasTargets ? ', and what the target still asks for' : ''}.`,
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
