import { fieldLabel } from '../dataset/header.ts'
import type { TableSchema } from '../dataset/schema.ts'
import { settingsSchema } from '../dataset/settings.ts'
import { tables } from '../dataset/tables/index.ts'
import type { Described } from './define.ts'
import type { AnyTableParam, Param } from './params.ts'
import { snakeCase } from './read-args.ts'

/** A parameter as every host shows it. */
export interface ParameterFact {
  /** In snake_case. */
  readonly name: string
  readonly takes: string
  /** What counts where it is left out. */
  readonly leftOut: string
  readonly about: string
}

/** A table that a metric reads. */
export interface TableFact {
  readonly name: string
  readonly title: string
  readonly optional: boolean
  /** Labels of the columns without which there is no answer, and of those that it can do without. */
  readonly needs: readonly string[]
  readonly uses: readonly string[]
}

const takes = (param: Param): string => {
  switch (param.type) {
    case 'table':
      return `table ${tables[param.table].title}`
    case 'number': {
      const word = param.whole === true ? 'whole number' : 'number'
      return param.minimum === undefined ? word : `${word}, ${param.minimum} or more`
    }
    case 'choice':
      return param.values.join(' or ')
    case 'flag':
      return 'TRUE or FALSE'
    case 'text':
      return 'text'
    case 'day':
    case 'asOf':
      return 'date'
    case 'period':
      return 'period'
    case 'by':
      return 'column, or several with commas'
  }
}

const leftOut = (param: Param): string => {
  switch (param.type) {
    case 'table':
      return param.optional ? 'the workbook’s own, or done without' : 'the workbook’s own'
    case 'number':
      if (param.default === null) return 'none'
      return typeof param.default === 'number'
        ? String(param.default)
        : `setting ${param.default} (${settingsSchema[param.default].default})`
    case 'choice':
      return param.default
    case 'flag':
      return param.default ? 'TRUE' : 'FALSE'
    case 'text':
    case 'day':
      return 'none'
    case 'period':
      return param.default ?? 'all dates'
    case 'asOf':
      return 'today'
    case 'by':
      return param.default ?? 'not split'
  }
}

const leftOutSentence = / ?Left out, ([^.]+)\./

/** What the parameter's own words say of leaving it out goes before what its type says, and stands once. */
const factOf = (name: string, param: Param): ParameterFact => ({
  name: snakeCase(name),
  takes: takes(param),
  leftOut: leftOutSentence.exec(param.about)?.[1] ?? leftOut(param),
  about: param.about.replace(leftOutSentence, '').trim(),
})

const shared: readonly ParameterFact[] = [
  {
    name: 'scope',
    takes: 'text',
    leftOut: 'every row',
    about: 'A person with everybody below, a team, a region, or a filter such as Region=Nordics;Product=Service.',
  },
  {
    name: 'settings',
    takes: 'table SPM Settings',
    leftOut: 'the workbook’s own',
    about: 'Settings and mappings; on the command line --set and --map.',
  },
  {
    name: 'headers',
    takes: 'TRUE or FALSE',
    leftOut: 'TRUE; an answer that is one figure is that figure alone',
    about: 'Whether the answer begins with a header row.',
  },
]

/** Tables, the metric's own parameters as it declares them, then scope, settings and headers. */
export const parametersOf = (metric: Described): readonly ParameterFact[] => [
  ...Object.entries(metric.params).map(([name, param]) => factOf(name, param)),
  ...shared,
]

/** Derived columns go by the label of what they are worked out from. */
const labelsOf = (param: AnyTableParam, fields: readonly string[]): readonly string[] => {
  const schema: TableSchema = tables[param.table]
  return fields.map((field) =>
    schema.fields[field]?.level === 'derived' ? `${fieldLabel(field)} (worked out)` : fieldLabel(field),
  )
}

export const tablesOf = (metric: Described): readonly TableFact[] =>
  Object.entries(metric.params).flatMap(([name, param]) =>
    param.type !== 'table'
      ? []
      : [
          {
            name: snakeCase(name),
            title: tables[param.table].title,
            optional: param.optional,
            needs: labelsOf(param, param.need),
            uses: labelsOf(param, param.use),
          },
        ],
  )
