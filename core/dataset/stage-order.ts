import { crmStages } from './crm-stages.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import { listedStages, stageLabels, type Stage } from './listed-stages.ts'
import { openStages, type OpenStage } from './open-stages.ts'
import type { Settings } from './settings.ts'
import { findStages, type StageFinder } from './stage-names.ts'

/** The stages in the order in which a deal passes them. A stage's position is its index in `stages`. */
export interface StageOrder extends StageFinder {
  /** What tells the order: the Stages table, the system that the deals come from, or the probabilities of open deals. */
  readonly from: 'table' | 'crm' | 'probability'
  /** In order; those of one pipeline after those of another. */
  readonly stages: readonly Stage[]
  /** Positions of the stages that hold open deals, in order. */
  readonly open: readonly number[]
  /** The stage's name, with its pipeline where another pipeline has a stage of this name. */
  label(position: number): string
}

const plain = (name: string, pipeline = ''): Stage => ({
  name,
  pipeline,
  aliases: [],
  type: 'open',
  initial: false,
  probability: NaN,
  staleDays: NaN,
  targetDays: NaN,
  category: '',
})

/** The stages that the deals' system comes with, where every open deal is in one of them. */
const crmOrder = (data: Dataset, present: readonly OpenStage[]): readonly Stage[] => {
  const source = data.table('deals')?.located.recognition.source ?? 'generic'
  const stages = (crmStages[source] ?? []).map((entry) => {
    const [name = '', ...aliases] = entry.split('|')
    return { ...plain(name), aliases }
  })
  const known = new Set(stages.flatMap(({ name, aliases }) => [name, ...aliases].map(headerKey)))
  return present.length > 0 && present.every(({ name }) => known.has(headerKey(name))) ? stages : []
}

/** By rising mean probability; none where the probabilities do not tell any two stages apart. */
const byProbability = (stages: readonly OpenStage[]): readonly Stage[] => {
  const rated = stages.filter(({ mean }) => !Number.isNaN(mean))
  if (rated.length > 1 && new Set(rated.map(({ mean }) => mean)).size === 1) return []
  return rated
    .sort((a, b) => a.mean - b.mean || (a.name < b.name ? -1 : 1))
    .map(({ name, pipeline }) => plain(name, pipeline))
}

/** The stages of each pipeline by themselves; a pipeline whose order nothing tells has none. */
const probabilityOrder = (present: readonly OpenStage[]): readonly Stage[] =>
  [...new Set(present.map(({ pipeline }) => pipeline))].flatMap((pipeline) =>
    byProbability(present.filter((stage) => stage.pipeline === pipeline)),
  )

/** Where a pipeline marks no initial stage, the first third of its open stages are (rounded up). */
const withInitial = (stages: readonly Stage[]): readonly Stage[] => {
  const marked = new Set(stages.filter(({ initial }) => initial).map(({ pipeline }) => pipeline))
  const open = (pipeline: string) => stages.filter((each) => each.pipeline === pipeline && each.type === 'open')
  return stages.map((stage) => {
    if (marked.has(stage.pipeline) || stage.type !== 'open') return stage
    const own = open(stage.pipeline)
    return { ...stage, initial: own.indexOf(stage) < Math.ceil(own.length / 3) }
  })
}

const orderFrom = (from: StageOrder['from'], found: readonly Stage[], finder: StageFinder): StageOrder => {
  const stages = withInitial(found)
  const labels = stageLabels(stages)
  return {
    from,
    stages,
    open: stages.flatMap(({ type }, position) => (type === 'open' ? [position] : [])),
    label: (position) => labels[position] ?? '',
    find: finder.find,
    findIn: finder.findIn,
    findAll: finder.findAll,
    positions: finder.positions,
  }
}

const build = (data: Dataset): StageOrder | null => {
  const listed = listedStages(data)
  if (listed !== null) return orderFrom('table', listed.stages, listed)
  const present = openStages(data)
  const known = crmOrder(data, present)
  if (known.length > 0) return orderFrom('crm', known, findStages(data, known))
  const rated = probabilityOrder(present)
  return rated.length > 0 ? orderFrom('probability', rated, findStages(data, rated)) : null
}

const built = new WeakMap<Settings, StageOrder | null>()

/**
 * The order of the stages: the Stages table; without it the known order of the system that the deals come from, else
 * by mean probability of all open deals; `null` where nothing tells it. The same for every scope of one workbook.
 */
export const stageOrderOf = (data: Dataset): StageOrder | null => {
  const known = built.get(data.settings)
  if (known !== undefined) return known
  const order = build(data.whole)
  built.set(data.settings, order)
  return order
}
