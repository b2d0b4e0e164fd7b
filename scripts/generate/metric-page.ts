import { isFault, type Cell, type Grid } from '#core/cells/grid'
import { tables, type TableName } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import type { Example } from '#core/metrics/example'
import { metricOptions } from '#local/cli/options'
import { parametersOf, tablesOf } from '#core/metrics/parameters'
import type { Entry, Fixture } from './catalogue.ts'
import { commandCall, excelCall, excelSignature, sheetsCall, sheetsSignature } from './example-calls.ts'
import { generatedMark, markdownPage, markdownTable } from './markdown.ts'

/** Longer inputs are named instead of shown. */
const mostRows = 12

/** A share needs no more digits than a reader compares. */
const showCell = (cell: Cell): string => {
  if (cell === null) return ''
  if (isFault(cell)) return cell.fault
  return typeof cell === 'number' ? String(Number(cell.toPrecision(12))) : String(cell)
}

const gridTable = (grid: Grid): string => {
  const [header = [], ...rows] = grid
  const right = new Set(header.flatMap((_, i) => (rows.some((row) => typeof row[i] === 'number') ? [i] : [])))
  return markdownTable(
    header.map(showCell),
    rows.map((row) => row.map(showCell)),
    right,
  )
}

const inputBlocks = (
  table: TableName,
  grid: Grid,
  { file }: Entry,
  fixtures: readonly Fixture[],
): readonly string[] => {
  const { title } = tables[table]
  const fixture = fixtures.find((each) => each.grid === grid)
  if (fixture !== undefined) return [`${title}: [${fixture.title}](ten-deals.md).`]
  if (grid.length > mostRows)
    return [`${title}: ${grid.length - 1} rows, see [the examples](../../core/metrics/${file}.examples.ts).`]
  return [`${title}:`, gridTable(grid)]
}

const resultBlock = ({ result }: Example): string =>
  'error' in result ? `No answer: “… ${result.error} …”` : gridTable(result)

const settingsBlock = ({ settings = {} }: Example): string => {
  const given = Object.entries(settings).map(([key, value]) => `\`${key}\` = ${String(value)}`)
  return given.length === 0 ? '' : `With the settings ${given.join(', ')}.`
}

const exampleBlocks = (entry: Entry, example: Example, fixtures: readonly Fixture[]): readonly string[] => {
  const { metric } = entry
  const inputs = Object.entries(example.given) as [TableName, Grid][]
  return [
    `### ${example.about}`,
    ['```', excelCall(metric, example), sheetsCall(metric, example), commandCall(metric, example), '```'].join('\n'),
    ...inputs.flatMap(([table, grid]) => inputBlocks(table, grid, entry, fixtures)),
    settingsBlock(example),
    'Result:',
    resultBlock(example),
    `Figures: ${example.figures}.`,
  ]
}

const commandSignature = (metric: Metric): string => {
  const files = tablesOf(metric).map(({ name, optional }) => (optional ? `[${name}.csv]` : `${name}.csv`))
  const options = metricOptions(metric).map(({ name, value }) => `[--${name}${value === null ? '' : ` ${value}`}]`)
  return ['spm metric', metric.name, ...files, ...options].join(' ')
}

const readBlocks = (metric: Metric): readonly string[] => {
  const rows = tablesOf(metric).map(({ title, optional, needs, uses }) => [
    `${title}${optional ? ' (can do without)' : ''}`,
    needs.join(', '),
    uses.join(', '),
  ])
  if (rows.length === 0) return ['It reads no table.']
  return ['## Columns it reads', markdownTable(['Table', 'Needs', 'Uses where they are there'], rows)]
}

const answerSentence = (metric: Metric): string => {
  const scalar = metric.columns.find(({ key }) => key === metric.scalar)
  return scalar === undefined ? '' : `Asked for one cell, the answer is ${scalar.label}.`
}

/** `docs/reference/<NAME>.md` */
export const metricPage = (entry: Entry, fixtures: readonly Fixture[]): string => {
  const { metric, examples } = entry
  return markdownPage([
    generatedMark,
    `# ${metric.name}`,
    `**${metric.title}.** ${metric.about}`,
    `Computed: ${metric.variant}.`,
    '## How to ask',
    markdownTable(
      ['Where', 'How'],
      [
        ['Excel', `\`${excelSignature(metric)}\``],
        ['Google Sheets', `\`${sheetsSignature(metric)}\``],
        ['Command line', `\`${commandSignature(metric)}\``],
      ],
    ),
    '## Arguments',
    markdownTable(
      ['Name', 'Takes', 'Left out', 'What it is'],
      parametersOf(metric).map(({ name, takes, leftOut, about }) => [`\`${name}\``, takes, leftOut, about]),
    ),
    ...readBlocks(metric),
    '## Result',
    markdownTable(
      ['Column', 'Kind'],
      metric.columns.map(({ label, kind }) => [label, kind]),
    ),
    answerSentence(metric),
    '## Examples',
    ...examples.flatMap((example) => exampleBlocks(entry, example, fixtures)),
    '## Sources',
    metric.sources.join(', '),
  ])
}

/** `docs/reference/ten-deals.md`: the fixture that most examples share. */
export const fixturePage = (fixtures: readonly Fixture[]): string =>
  markdownPage([
    generatedMark,
    '# Ten deals',
    'Most examples look at these ten opportunities, on 2024-03-31. D8 has neither an amount nor a close date; D10 was closed before it was created.',
    ...fixtures.flatMap(({ title, grid }) => [`## ${title.charAt(0).toUpperCase()}${title.slice(1)}`, gridTable(grid)]),
  ])
