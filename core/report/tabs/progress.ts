import { isoDay } from '../../cells/day.ts'
import { notMoved } from '../../metrics/not-moved.ts'
import { stageMoves } from '../../metrics/stage-moves.ts'
import { withDealNames } from '../deal-names.ts'
import type { LastReview } from '../last-review.ts'
import type { PackContext } from '../pack-context.ts'
import type { Block, Tab, TableRow } from '../report.ts'
import { tableFrom, withoutBlankColumns } from '../table-from.ts'

const longest = 15

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

/** The order in which kinds of moves are told; others follow. */
const kinds = ['Forward', 'Back', 'New', 'Won', 'Lost']

const rank = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length)

const add = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** Moved forward, moved back, new, won, lost: deals and value of each kind of move. */
const summary = (rows: readonly TableRow[]): readonly TableRow[] => {
  const sums = new Map<string, { count: number; value: number }>()
  for (const row of rows) {
    const kind = capital(String(row['direction']))
    const sum = sums.get(kind) ?? { count: 0, value: 0 }
    sums.set(kind, { count: sum.count + add(row['count']), value: sum.value + add(row['value']) })
  }
  return [...sums]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([direction, sum]) => ({ direction, ...sum }))
}

const moves = (pack: PackContext, { day, words }: LastReview): Block[] => {
  const result = pack.ask(stageMoves, 'progress since the last review', { from: isoDay(day), to: isoDay(pack.asOf) })
  if (result === null) return []
  const totals = tableFrom(result, {
    name: 'moves',
    title: `What has moved since ${words}`,
    empty: 'Nothing has moved.',
    rows: summary(result.rows),
    show: ['direction', 'count', 'value'],
    charts: [
      {
        kind: 'column',
        title: 'Value that moved, by kind of move',
        alt: 'Columns: value of the deals that moved forward, back, were new, won or lost since the last review.',
        category: 'direction',
        series: [{ key: 'value', colour: 'actual' }],
      },
    ],
  })
  const matrix = tableFrom(result, {
    name: 'stageMoves',
    title: 'From stage to stage',
    empty: 'Nothing has moved.',
    limit: 30,
    rows: result.rows.map((row) => ({ ...row, direction: capital(String(row['direction'])) })),
  })
  return [totals, withoutBlankColumns(matrix)]
}

const still = (pack: PackContext, { day }: LastReview): Block[] => {
  const result = pack.ask(notMoved, 'deals that do not move', { since: isoDay(day) })
  if (result === null) return []
  return [
    withoutBlankColumns(
      tableFrom(result, {
        name: 'notMoved',
        title: `Not moved since ${isoDay(day)}, the largest first`,
        empty: 'Every open deal has moved.',
        rows: withDealNames(result.rows),
        show: ['name', 'account', 'owner', 'stage', 'value', 'closeDate', 'inStage', 'nextStep'],
        limit: longest,
        extra: [{ key: 'planned', label: 'What will move it', kind: 'text', input: 'text' }],
      }),
    ),
  ]
}

/** Is the funnel moving, and what is not? */
export const progressTab = (pack: PackContext, review: LastReview): Tab | null => {
  const blocks = [...moves(pack, review), ...still(pack, review)]
  if (blocks.length === 0) return null
  return {
    key: 'progress',
    label: '5 Progress',
    title: 'Progress since the last review',
    purpose: 'Is the funnel moving, and what is not?',
    colour: 'past',
    provisional: false,
    blocks,
  }
}
