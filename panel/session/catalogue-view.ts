import type { TableName } from '#core/dataset/tables/index'
import { families, familyTitles } from '#core/metrics/families'
import { metrics } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { parametersOf, type ParameterFact } from '#core/metrics/parameters'
import type { Param } from '#core/metrics/params'
import { snakeCase } from '#core/metrics/read-args'
import { packFacts } from '#core/report/packs/facts'

/** How an argument is filled in. */
export type ArgumentKind =
  | { readonly type: 'table'; readonly table: TableName }
  | { readonly type: 'number' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'flag' }
  | { readonly type: 'date' }
  | { readonly type: 'text' }

export interface ArgumentView extends ParameterFact {
  readonly kind: ArgumentKind
}

/** A function as the catalogue shows it. */
export interface FunctionView {
  readonly name: string
  readonly title: string
  readonly family: string
  readonly about: string
  readonly variant: string
  readonly params: readonly ArgumentView[]
  /** Headings of what it returns. */
  readonly columns: readonly string[]
}

export interface PackView {
  readonly pack: string
  readonly title: string
  readonly about: string
}

/** What there is to choose from, whatever the workbook. */
export interface CatalogueView {
  readonly families: readonly string[]
  readonly functions: readonly FunctionView[]
  readonly packs: readonly PackView[]
}

const kindOf = (param: Param | undefined, name: string): ArgumentKind => {
  if (name === 'settings') return { type: 'table', table: 'settings' }
  if (name === 'headers') return { type: 'flag' }
  switch (param?.type) {
    case 'table':
      return { type: 'table', table: param.table }
    case 'number':
      return { type: 'number' }
    case 'choice':
      return { type: 'choice', values: param.values }
    case 'flag':
      return { type: 'flag' }
    case 'day':
    case 'asOf':
      return { type: 'date' }
    case 'text':
    case 'period':
    case 'by':
    case undefined:
      return { type: 'text' }
  }
}

const functionView = (metric: Metric): FunctionView => {
  const params = new Map(Object.entries(metric.params).map(([key, param]) => [snakeCase(key), param]))
  return {
    name: metric.name,
    title: metric.title,
    family: familyTitles[metric.family],
    about: metric.about,
    variant: metric.variant,
    params: parametersOf(metric).map((fact) => ({ ...fact, kind: kindOf(params.get(fact.name), fact.name) })),
    columns: metric.columns.map(({ label }) => label),
  }
}

let made: CatalogueView | null = null

/** Every function and every pack; made once. */
export const catalogueView = (): CatalogueView => {
  made ??= {
    families: families
      .filter((family) => metrics.some((each) => each.family === family))
      .map((key) => familyTitles[key]),
    functions: metrics.map(functionView),
    packs: Object.entries(packFacts).map(([pack, facts]) => ({ pack, ...facts })),
  }
  return made
}
