import { cellAddress, fixed } from '../a1.ts'
import { line } from '../draft.ts'
import type { Content, Instruction } from '../instructions.ts'
import { modelParameters } from '../../targets/model-parameters.ts'
import { valueAt, type Model, type Place } from '../../targets/model.ts'
import { parameterKey, parameterOf, type ParameterKey } from '../../targets/parameters.ts'
import { segmentParameters } from '../../targets/segment-parameters.ts'
import { isStretch, rowsOfVersion, type ParamRow } from '../../targets/versions.ts'
import { finishTab, onTab, startTab, targetTabs } from './target-tabs.ts'
import type { TargetModel } from './target-model.ts'

const headings = [
  'Segment',
  'Parameter',
  'Value',
  'Unit',
  'Source',
  'n',
  'Standard error',
  'Locked',
  'Version',
  'Name',
  'Stretch',
] as const
const valueColumn = 2

export interface ParamsTab {
  readonly instructions: readonly Instruction[]
  /** Where the value of a parameter stands, as a formula names it. */
  ref(key: ParameterKey, segment?: string): string
}

/** Every parameter has a row, so that a formula finds it and a person sees what could be given. */
const placesOf = ({ segments }: Model): readonly Place[] => [
  ...modelParameters.map(({ key }) => ({ key, segment: null })),
  ...segments.flatMap(({ name }) => segmentParameters.map(({ key }) => ({ key, segment: name }))),
]

const samePlace = (row: ParamRow, { key, segment }: Place): boolean =>
  parameterKey(row.parameter) === key && row.segment.trim().toLowerCase() === (segment ?? '').toLowerCase()

/** The row that gives a parameter: its segment's own, else that of every segment. */
const givenBy = (rows: readonly ParamRow[], place: Place): ParamRow | null =>
  rows.find((row) => row.value !== null && samePlace(row, place)) ??
  rows.find((row) => row.value !== null && samePlace(row, { ...place, segment: null })) ??
  null

/** Above the value of the history, where one is kept, by more than its standard error. */
const stretchOf = (rows: readonly ParamRow[], place: Place, value: number): string => {
  const kept = rows.filter(({ source, standardError }) => /^history/i.test(source) && standardError !== null)
  const history = givenBy(kept, place)
  if (history?.value == null || history.standardError === null) return ''
  return isStretch(value, history.value, history.standardError) ? 'stretch' : ''
}

const numberOr = (value: number | null | undefined): number | null => value ?? null

const cellsOf = ({ rows, version, model }: TargetModel, place: Place): readonly Content[] => {
  const [value, parameter] = [valueAt(model, place), parameterOf(place.key)]
  const given = givenBy(rowsOfVersion(rows, version), place)
  const isKnown = !Number.isNaN(value)
  return [
    place.segment ?? '',
    place.key,
    isKnown ? value : null,
    parameter.unit,
    given?.source ?? (isKnown ? 'default' : ''),
    numberOr(given?.n),
    numberOr(given?.standardError),
    given?.locked === true ? true : null,
    version,
    parameter.label,
    isKnown ? stretchOf(rows, place, value) : '',
  ]
}

/** Rows of the other version stay, and count for nothing as long as there are those of this one. */
const otherVersion = ({ rows, version }: TargetModel): readonly (readonly Content[])[] =>
  rows
    .filter((row) => row.version !== '' && row.version.toLowerCase() !== version)
    .map((row) => [
      row.segment,
      row.parameter,
      row.value,
      row.unit,
      row.source,
      row.n,
      row.standardError,
      row.locked ? true : null,
      row.version,
      '',
      '',
    ])

/** The inputs of the breakdown: what people change, with where each value comes from. */
export const paramsTab = (given: TargetModel): ParamsTab => {
  const draft = startTab(
    targetTabs.params,
    'Parameters',
    'What the target is broken down by. Change a value here, and the other tabs follow.',
    'A share is a fraction: 0.25 is 25%. Source: history with its number of cases, benchmark, judgement, or default.',
  )
  const places = placesOf(given.model)
  const top = draft.row
  const rows = [...places.map((place) => cellsOf(given, place)), ...otherVersion(given)]
  const area = { row: top, column: 0, rows: rows.length + 1, columns: headings.length }
  draft.write({ row: top, column: 0 }, [headings, ...rows])
  draft.style(line(top, headings.length), 'header')
  draft.style({ ...area, row: top + 1, rows: rows.length }, 'body')
  draft.style({ row: top + 1, column: valueColumn, rows: places.length, columns: 1 }, 'input')
  draft.add({ do: 'table', tab: draft.tab, name: 'SPM_Params', area, columns: headings })
  draft.row = top + 1 + rows.length
  const rowOf = new Map(places.map(({ key, segment }, i) => [`${segment ?? ''}\n${key}`, top + 1 + i]))
  return {
    instructions: finishTab(draft, [18, 20, 16, 10, 14, 8, 14, 9, 10, 34, 10], { rows: top + 1, columns: valueColumn }),
    ref: (key, segment = '') => {
      const row = rowOf.get(`${segment}\n${key}`)
      if (row === undefined) throw new Error(`no cell for ${key} of ${segment}`)
      return onTab(targetTabs.params, fixed(cellAddress({ row, column: valueColumn })))
    },
  }
}
