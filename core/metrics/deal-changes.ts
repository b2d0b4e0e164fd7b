import { isoDay } from '../cells/day.ts'
import type { Status } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { stageOrderOf, type StageOrder } from '../dataset/stage-order.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { numberAt, textAt } from './cell-at.ts'
import { defineMetric, type Context } from './define.ts'
import { atOneRate } from './one-rate.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { snapshotScope } from './snapshot-scope.ts'
import { sameStage } from './then-and-now.ts'
import { lookParams, takeLooks, type TwoLooks } from './two-looks.ts'
import type { Value } from './value.ts'

const params = {
  snapshots: {
    ...from(
      snapshots,
      ['snapshot_at', 'deal_id'],
      [
        'status',
        'status_text',
        'stage',
        'pipeline',
        'value',
        'amount',
        'currency',
        'amount_base',
        'close_date',
        'probability',
        'owner',
        'forecast_category',
        'name',
      ],
    ),
    unscoped: true,
  },
  stages: maybe(stages, ['stage'], ['order', 'type', 'alias', 'pipeline']),
  asOf: common.asOf,
  ...lookParams,
} as const

type Snapshots = Inputs<typeof params>['snapshots']

/** What is different in one field of one deal. */
interface Change {
  readonly field: string
  readonly from: Value
  readonly to: Value
  readonly by: number | null
  readonly movement: string
}

/** The change of one field between two snapshot rows; `null` where there is none. */
type Compare = (before: number, after: number) => Change | null

const statusLabels: Readonly<Record<Status, string>> = { open: 'Open', won: 'Won', lost: 'Lost', onhold: 'On hold' }

const textOr = (text: string, fallback: string): string => (text === '' ? fallback : text)

const direction = (order: StageOrder | null, from: number, to: number): string => {
  const [a, b] = [order?.stages[from], order?.stages[to]]
  if (a === undefined || b === undefined || a.pipeline !== b.pipeline) return 'moved'
  return to > from ? 'forward' : 'back'
}

/** What a change from one status to another is called; `null` where the status is the same. */
const statusMove = (before: Status, after: Status): string | null => {
  if (before === after) return null
  if (after === 'won' || after === 'lost') return after
  if (after === 'onhold') return 'put on hold'
  return before === 'onhold' ? 'taken off hold' : 'reopened'
}

/** A stage under its former name is the same stage; a change of status is one of stage, whatever the stage says. */
const stageChange = ({ stage, pipeline, status }: Snapshots, data: Dataset): Compare => {
  const order = stageOrderOf(data)
  const places = stage === null ? null : order?.positions(stage, pipeline)
  const isSame = stage === null ? () => true : sameStage({ stage, pipeline }, { stage, pipeline }, data)
  const statusAt = (row: number): Status => status?.at(row) ?? 'open'
  const statusOf = (row: number): string => statusLabels[statusAt(row)]
  const label = (row: number): string => textOr(textAt(stage, row), statusOf(row))
  return (before, after) => {
    const [isStage, closed] = [!isSame(after, before), statusMove(statusAt(before), statusAt(after))]
    if (!isStage && closed === null) return null
    const shown = isStage ? label : statusOf
    const movement = closed ?? direction(order, places?.[before] ?? -1, places?.[after] ?? -1)
    return { field: 'Stage', from: shown(before), to: shown(after), by: null, movement }
  }
}

/** How the numbers of one field are shown and what their rise and fall is called. */
interface NumberField {
  readonly field: string
  readonly up: string
  readonly down: string
  readonly at: (row: number) => number
  readonly show: (value: number) => Value
  readonly scale: number
}

/** What a rise or a fall is called, and by how much; a blank on one side is no number to subtract. */
const numberMove = (first: number, last: number, { up, down, scale }: NumberField): Pick<Change, 'by' | 'movement'> => {
  if (Number.isNaN(first)) return { by: null, movement: 'filled in' }
  if (Number.isNaN(last)) return { by: null, movement: 'cleared' }
  return { by: Math.round((last - first) * scale * 1e6) / 1e6, movement: last > first ? up : down }
}

const numberChange =
  (numbers: NumberField): Compare =>
  (before, after) => {
    const { field, at, show } = numbers
    const [first, last] = [at(before), at(after)]
    if (Object.is(first, last) || first === last) return null
    const shown = (value: number): Value => (Number.isNaN(value) ? null : show(value))
    return { field, from: shown(first), to: shown(last), ...numberMove(first, last, numbers) }
  }

const textChange =
  (field: string, at: (row: number) => string, movementOf: (from: string, to: string) => string): Compare =>
  (before, after) => {
    const [from, to] = [at(before), at(after)]
    if (from === to) return null
    return {
      field,
      from,
      to,
      by: null,
      movement: from === '' ? 'filled in' : to === '' ? 'cleared' : movementOf(from, to),
    }
  }

const categories = ['omitted', 'pipeline', 'best', 'commit', 'closed']

const categoryMove = (from: string, to: string): string => {
  const [a, b] = [categories.indexOf(from), categories.indexOf(to)]
  if (a < 0 || b < 0) return 'moved'
  return b > a ? 'upgraded' : 'downgraded'
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

const comparisons = (past: Snapshots, looks: TwoLooks, context: Context): readonly Compare[] => {
  const { value, probability, close_date, owner, forecast_category } = past
  const worth = value === null ? () => NaN : atOneRate({ ...past, value }, looks, context)
  const amount = (row: number): number => (value?.isBlank(row) === false ? worth(row) : NaN)
  const chance = (row: number): number => numberAt(probability, row)
  const closes = (row: number): number => numberAt(close_date, row)
  return [
    stageChange(past, context.data),
    numberChange({ field: 'Amount', up: 'increased', down: 'decreased', at: amount, show: (x) => x, scale: 1 }),
    numberChange({ field: 'Close date', up: 'pushed', down: 'pulled in', at: closes, show: isoDay, scale: 1 }),
    numberChange({ field: 'Probability', up: 'raised', down: 'lowered', at: chance, show: percent, scale: 100 }),
    textChange(
      'Owner',
      (row) => textAt(owner, row),
      () => 'transferred',
    ),
    textChange('Forecast category', (row) => textAt(forecast_category, row), categoryMove),
  ]
}

/** Came or went as a whole: by its value. */
const wholeDeal = (past: Snapshots, before: number, after: number): Change => {
  const row = after < 0 ? before : after
  const value = numberAt(past.value, row)
  const stage = textOr(textAt(past.stage, row), statusLabels[past.status?.at(row) ?? 'open'])
  const isNew = before < 0
  return {
    field: 'Deal',
    from: isNew ? null : stage,
    to: isNew ? stage : null,
    by: Number.isNaN(value) ? null : isNew ? value : -value,
    movement: isNew ? 'new' : 'removed',
  }
}

interface Changed {
  readonly row: number
  readonly changes: readonly Change[]
}

export const dealChanges = defineMetric({
  name: 'DEAL_CHANGES',
  title: 'Changes per deal',
  family: 'flow',
  about: 'What changed in each deal between two days.',
  variant:
    'stage or status, amount (at one rate), close date, probability, owner and forecast category that differ between the last snapshot rows at or before two days, whatever they were between; the change in money, in days, or in percentage points; a deal that is not in the later snapshot was removed; with a scope, deals that were in it on either day',
  params,
  columns: {
    id: { label: 'Deal ID', kind: 'text' },
    name: { label: 'Deal', kind: 'text' },
    field: { label: 'Field', kind: 'text' },
    from: { label: 'From', kind: 'text' },
    to: { label: 'To', kind: 'text' },
    by: { label: 'Change', kind: 'decimal' },
    movement: { label: 'Movement', kind: 'status' },
  },
  exchange: 'plan',
  sources: ['A-17', 'GO2'],
  compute({ snapshots: past, ...wish }, context) {
    const looks = takeLooks(past, wish, context.note)
    const inScope = snapshotScope(context.data)
    const compares = comparisons(past, looks, context)
    const changed: Changed[] = []
    looks.before.forEach((before, deal) => {
      const after = looks.after[deal] ?? -1
      if (before === after || !((before >= 0 && inScope(before)) || (after >= 0 && inScope(after)))) return
      const changes =
        before < 0 || after < 0
          ? [wholeDeal(past, before, after)]
          : compares.flatMap((compare) => compare(before, after) ?? [])
      if (changes.length > 0) changed.push({ row: after < 0 ? before : after, changes })
    })
    const size = ({ row }: Changed): number => numberAt(past.value, row) || 0
    const id = ({ row }: Changed): string => past.deal_id.at(row)
    return changed
      .sort((a, b) => size(b) - size(a) || (id(a) < id(b) ? -1 : 1))
      .flatMap(({ row, changes }) =>
        changes.map((change) => ({ id: past.deal_id.at(row), name: textAt(past.name, row), ...change })),
      )
  },
})
