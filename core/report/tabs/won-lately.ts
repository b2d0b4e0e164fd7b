import { winRate } from '../../metrics/win-rate.ts'
import { isoRange } from '../iso-range.ts'
import { overTime } from '../over-time.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, TableRow } from '../report.ts'
import { tableFrom } from '../table-from.ts'

const months = 6
const quarters = 5

/** Who wins more than before, and who less. */
export const wonByPerson = (pack: PackContext): Block | null => {
  if (pack.lacks('deals', 'owner', 'won by person') || pack.lacks('deals', 'amount', 'won by person')) return null
  const periods = Array.from({ length: months }, (_, i) => pack.month(i - months))
  const period = isoRange({ start: pack.month(-months).start, end: pack.month(-1).end })
  const result = pack.ask(winRate, 'won by person', { period, by: 'owner,month', unit: 'value' })
  if (result === null || result.rows.length === 0) return null
  return overTime(
    { ...result, notes: [] },
    {
      name: 'wonByPerson',
      title: `Won by person in the last ${months} whole months`,
      empty: 'Nothing was won in these months.',
      group: 'owner',
      period: 'month',
      figure: 'won',
      kind: 'money',
      periods,
      half: `${months / 2} months`,
      draw: 'column',
    },
  )
}

/** Each quarter beside the change from the one before. */
const withChange = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.map((row, i) => {
    const [rate, before] = [row['rate'], rows[i - 1]?.['rate']]
    return { ...row, before: typeof before === 'number' && typeof rate === 'number' ? before : null }
  })

/** Whether the share of deals that are won becomes better or worse. */
export const winRateByQuarter = (pack: PackContext): Block | null => {
  const period = isoRange({ start: pack.quarter(1 - quarters).start, end: pack.asOf })
  const result = pack.ask(winRate, 'the win rate by quarter', { period, by: 'quarter' })
  if (result === null || result.rows.length < 2) return null
  return tableFrom(result, {
    name: 'winRateByQuarter',
    title: 'Win rate by quarter (the running quarter so far)',
    empty: 'No deal was closed in these quarters.',
    rows: withChange(result.rows),
    show: ['quarter', 'won', 'lost', 'rate'],
    columns: { won: { kind: 'count' }, lost: { kind: 'count' } },
    extra: [
      { key: 'before', label: 'The quarter before', kind: 'percent' },
      {
        key: 'change',
        label: 'Change',
        kind: 'points',
        formula: { difference: ['rate', 'before'] },
        trend: { upIsGood: true },
      },
    ],
  })
}
