import { tables, type TableName } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import type { Example } from '#core/metrics/example'
import { snakeCase } from '#core/metrics/read-args'
import { parametersOf } from '#core/metrics/parameters'

/** The table's name in a workbook, as the sample has it. */
const rangeName = (table: TableName): string => (table === 'deals' ? 'Deals' : tables[table].title.replaceAll(' ', '_'))

const literal = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'number' ? String(value) : `"${String(value).replaceAll('"', '""')}"`
}

const isTable = (metric: Metric, name: string): TableName | null => {
  for (const [key, param] of Object.entries(metric.params))
    if (param.type === 'table' && snakeCase(key) === name) return param.table
  return null
}

/** The arguments by position, without those left out at the end. */
const positions = (
  metric: Metric,
  { given, args }: Example,
  range: (table: TableName) => string,
): readonly string[] => {
  const values = parametersOf(metric).map(({ name }) => {
    const table = isTable(metric, name)
    if (table !== null) return given[table] === undefined ? '' : range(table)
    return args[name] === undefined ? '' : literal(args[name])
  })
  return values.slice(0, values.length - [...values].reverse().findIndex((value) => value !== ''))
}

/** `=SPM.PIPELINE(Deals[#All], "2024-Q2")` */
export const excelCall = (metric: Metric, example: Example): string =>
  `=SPM.${metric.name}(${positions(metric, example, (table) => `${rangeName(table)}[#All]`).join(', ')})`

/** `=SPM_PIPELINE(Deals!A1:K11, "2024-Q2")` */
export const sheetsCall = (metric: Metric, example: Example): string => {
  const range = (table: TableName): string => {
    const grid = example.given[table] ?? []
    const columns = Math.max(1, ...grid.map((row) => row.length))
    return `${rangeName(table)}!A1:${String.fromCharCode(64 + Math.min(26, columns))}${grid.length}`
  }
  return `=SPM_${metric.name}(${positions(metric, example, range).join(', ')})`
}

const quoted = (text: string): string => (/^[\w./:-]+$/.test(text) ? text : `"${text}"`)

/** `spm metric PIPELINE deals.csv --period 2024-Q2` */
export const commandCall = (metric: Metric, { given, args, settings = {} }: Example): string => {
  const files = Object.keys(given).map((table) => `${table}.csv`)
  const options = Object.entries(args).map(([name, value]) => {
    const option = `--${name.replaceAll('_', '-')}`
    return value === true ? option : `${option}${value === false ? '=false' : ` ${quoted(String(value))}`}`
  })
  const set = Object.entries(settings).map(([key, value]) => `--set ${quoted(`${key}=${String(value)}`)}`)
  return ['spm metric', metric.name, ...files, ...options, ...set].join(' ')
}

const signature = (metric: Metric): string =>
  parametersOf(metric)
    .map(({ name }) => `[${name}]`)
    .join(', ')

export const excelSignature = (metric: Metric): string => `=SPM.${metric.name}(${signature(metric)})`

export const sheetsSignature = (metric: Metric): string => `=SPM_${metric.name}(${signature(metric)})`
