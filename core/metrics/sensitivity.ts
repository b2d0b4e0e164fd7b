import type { Model } from '../targets/model.ts'
import { outputKeys, outputs, type OutputKey } from '../targets/outputs.ts'
import { parameterKey, parameterOf, type ParameterKey } from '../targets/parameters.ts'
import { grid, tornado, type Step } from '../targets/sensitivity.ts'
import { rowsOfVersion, type ParamRow, type Version } from '../targets/versions.ts'
import { SpmError } from '../errors.ts'
import { defineMetric, inShape, type ColumnDefs, type Shape } from './define.ts'
import { needList, readAmounts } from './number-list.ts'
import { modelOf, paramRowsOf, paramTable, paramVersion, readPlace } from './param-table.ts'
import { orBlank, type Value } from './value.ts'

/** The standard error of each parameter that states one for every segment. */
const errorsOf = (rows: readonly ParamRow[], version: Version): ReadonlyMap<ParameterKey, number> =>
  new Map(
    rowsOfVersion(rows, version).flatMap(({ parameter, standardError, segment }) => {
      const key = parameterKey(parameter)
      return standardError === null || segment !== '' || key === null ? [] : [[key, standardError] as const]
    }),
  )

interface GridAsked {
  readonly down: string
  readonly downValues: readonly number[]
  readonly across: string | null
  readonly acrossValues: readonly number[]
}

/** A row for each value of the one parameter, a column for each of the other. */
const inGrid = (model: Model, output: OutputKey, { down, downValues, across, acrossValues }: GridAsked): Shape => {
  const [rows, columns] = [readPlace('down', down, model), readPlace('across', across, model)]
  const values = grid(model, output, [rows, downValues], [columns, acrossValues])
  const heads = acrossValues.map(
    (value, i) => [`v${i}`, { label: `${columns.key} ${value}`, kind: 'decimal' }] as const,
  )
  const defs: ColumnDefs = { given: { label: rows.key, kind: 'decimal' }, ...Object.fromEntries(heads) }
  return inShape(
    defs,
    values.map((row, i): Record<string, Value> => ({
      given: downValues[i] ?? null,
      ...Object.fromEntries(row.map((value, j) => [`v${j}`, orBlank(value)])),
    })),
  )
}

const stepOf = (step: number, byError: boolean, rows: readonly ParamRow[], version: Version): Step => {
  if (!byError) return { share: step }
  const errors = errorsOf(rows, version)
  if (errors.size > 0) return { errors }
  throw new SpmError(
    'no-answer',
    'Params state no standard error of a parameter. Fill in that column, or leave by_error out.',
  )
}

export const sensitivity = defineMetric({
  name: 'SENSITIVITY',
  title: 'Sensitivity',
  family: 'targets',
  about: 'How much an outcome of the target model moves when one parameter is lower or higher.',
  variant:
    'the output recomputed with one parameter changed, by a share of itself or by its standard error, all others as they are, the widest bar first; binding = the constraint nearest to its limit at the worse end; with down and across a table of the output for each pair of values, at most 21 × 21',
  params: {
    params: paramTable,
    output: {
      type: 'choice',
      values: outputKeys,
      default: 'meetings',
      about: 'Which outcome: the deals, pipeline, meetings … that the target takes, or what it costs.',
    },
    step: { type: 'number', default: 0.1, minimum: 0, about: 'By which share of itself each parameter is moved.' },
    byError: {
      type: 'flag',
      default: false,
      about: 'TRUE moves each parameter by its standard error; those without one are left out.',
    },
    down: { type: 'text', about: 'For a table of pairs: the parameter whose values make the rows.' },
    downValues: { type: 'text', about: 'Its values: a range, or numbers with commas.' },
    across: { type: 'text', about: 'The parameter whose values make the columns.' },
    acrossValues: { type: 'text', about: 'Its values: a range, or numbers with commas.' },
    paramsVersion: paramVersion,
  },
  columns: {
    parameter: { label: 'Parameter', kind: 'text' },
    label: { label: 'Name', kind: 'text' },
    low: { label: 'When lower', kind: 'decimal' },
    high: { label: 'When higher', kind: 'decimal' },
    lowChange: { label: 'Change when lower', kind: 'percent' },
    highChange: { label: 'Change when higher', kind: 'percent' },
    binding: { label: 'Binding constraint', kind: 'text' },
  },
  chart: { kind: 'bar', category: 'label', series: ['lowChange', 'highChange'] },
  sources: ['D-17', 'E-15'],
  compute({ params, output, step, byError, down, downValues, across, acrossValues, paramsVersion: version }) {
    const model = modelOf(params, version)
    if (down !== null)
      return inGrid(model, output, {
        down,
        downValues: needList('down_values', readAmounts('down_values', downValues), '0.2,0.25,0.3'),
        across,
        acrossValues: needList('across_values', readAmounts('across_values', acrossValues), '40000,50000,60000'),
      })
    const bars = tornado(model, output, stepOf(step, byError, paramRowsOf(params), version))
    if (bars.length === 0)
      throw new SpmError(
        'no-answer',
        `${outputs[output].label} cannot be worked out, or nothing in Params moves it: give what it takes.`,
      )
    return bars.map(({ key, binding, ...bar }) => ({
      parameter: key,
      label: parameterOf(key).label,
      low: orBlank(bar.low),
      high: orBlank(bar.high),
      lowChange: orBlank(bar.lowChange),
      highChange: orBlank(bar.highChange),
      binding: binding ?? '',
    }))
  },
})
