import { numbered } from '../dataset/codes.ts'
import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric, inShape } from './define.ts'
import { laneCells, tallyDeals, tallyNotes } from './funnel-tally.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import { common, from, maybe } from './params.ts'
import { stageLanes } from './stage-lanes.ts'
import { historyOfDeals, stageSince } from './stage-since.ts'
import { winChance } from './win-chance.ts'

const columns = {
  stage: { label: 'Stage', kind: 'text' },
  count: { label: 'Deals', kind: 'count' },
  value: { label: 'Value', kind: 'money' },
  weighted: { label: 'Weighted', kind: 'money' },
  age: { label: 'Average age', kind: 'days' },
  inStage: { label: 'Median days in stage', kind: 'days' },
  share: { label: 'Share', kind: 'percent' },
} as const

/** One group per person that owns a deal, by name. */
const byOwner = (owner: Texts): Grouping => {
  const seen = new Uint8Array(owner.labels.length)
  for (let row = 0; row < owner.length; row++) seen[owner.code(row)] = 1
  const codes = [...seen.keys()].filter((code) => seen[code] === 1)
  codes.sort((a, b) => (owner.label(a) < owner.label(b) ? -1 : 1))
  const numbers = new Uint32Array(seen.length)
  codes.forEach((code, i) => (numbers[code] = i))
  return {
    columns: [{ key: 'owner', label: 'Owner', kind: 'text' }],
    size: codes.length,
    of: numbered(owner.codes, numbers),
    keys: codes.map((code) => [code === 0 ? '(none)' : owner.label(code)]),
    inTime: false,
  }
}

interface OwnedDeals {
  readonly rows: number
  readonly owner: Texts | null
}

const groupsOf = (deals: OwnedDeals, by: Grouping | null, byPerson: boolean, data: Dataset): Grouping => {
  if (!byPerson) return by ?? oneGroup(deals.rows)
  if (by === null) return byOwner(needColumn(data, 'deals', 'owner', deals.owner))
  throw new SpmError(
    'argument',
    'by_person=TRUE and by both say how to split; give one of them. by=owner is by_person.',
  )
}

const fields = [
  'value',
  'probability',
  'pipeline',
  'owner',
  'created',
  'last_stage_change',
  'deal_id',
  'closing',
] as const

export const funnel = defineMetric({
  name: 'FUNNEL',
  title: 'Funnel by stage',
  family: 'funnel',
  about: 'How the open deals are spread over the stages.',
  variant:
    'open deals by stage in the order of the process, empty stages too; share of the value; days in stage since the last stage change, else since creation; age since creation',
  params: {
    deals: from(deals, ['status', 'stage'], fields),
    stages: maybe(stages, ['stage'], ['order', 'type', 'probability', 'alias', 'pipeline']),
    history: historyOfDeals,
    period: {
      ...common.period,
      about: 'Only deals with a close date in this period. Left out, all open deals, dated or not.',
    },
    asOf: common.asOf,
    by: common.by,
    byPerson: { type: 'flag', default: false, about: 'One funnel per owner, each with its own shares.' },
  },
  columns,
  chart: { kind: 'bar', category: 'stage', series: ['value', 'weighted'] },
  sources: ['A-21', 'ES1'],
  compute({ deals, history, period, asOf, by, byPerson }, { data, note, sift }) {
    const order = stageOrderOf(data)
    const groups = groupsOf(deals, by, byPerson, data)
    const lanes = stageLanes(deals, order)
    const closing = closingIn(period, deals.closing, data)
    const measures = { chance: winChance(deals, order, 'deal'), since: stageSince(deals, history, asOf) }
    const leaves = sift('deals', (row) => (deals.status.isOpen(row) ? closing.leaves(row) : 'not open'))
    const tally = tallyDeals(deals, groups, lanes, leaves, measures, asOf)
    for (const text of [...lanes.notes, ...tallyNotes(tally)]) note(text)
    closing.noteUndated(note, 'Open deals')
    const cells = laneCells(tally)
    const last = lanes.labels.length - 1
    const rows = groups.keys.flatMap((key, group) => {
      const found = lanes.labels.map((stage, i) => ({
        group: key,
        stage,
        ...cells(group * lanes.labels.length + i, group),
      }))
      const isThere = groups.size === 1 || found.some(({ count }) => count > 0)
      const inUse = new Set(['', ...found.flatMap(({ count }, i) => (count > 0 ? (lanes.pipelines[i] ?? []) : []))])
      const isShown = (count: number, i: number): boolean =>
        count > 0 || (i < last && (groups.size === 1 || inUse.has(lanes.pipelines[i] ?? '')))
      return isThere ? found.filter(({ count }, i) => isShown(count, i)) : []
    })
    if (!byPerson) return rows
    const split = rows.map((row) => ({ ...row, owner: row.group[0] ?? null }))
    return inShape({ owner: { label: 'Owner', kind: 'text' }, ...columns }, split)
  },
})
