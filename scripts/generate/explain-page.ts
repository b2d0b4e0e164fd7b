import { openDataset } from '#core/dataset/dataset'
import type { Grid } from '#core/cells/grid'
import { explain, explanation } from '#core/metrics/explain'
import type { Metric } from '#core/metrics/define'
import { isNoAnswer, type Value } from '#core/metrics/value'
import { parametersOf } from '#core/metrics/parameters'
import { generatedMark, markdownPage, markdownTable } from './markdown.ts'

/** 2024-03-31, on which the ten deals are looked at. */
const today = 45382

const show = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : isNoAnswer(value) ? value.noAnswer : String(value)

const exampleTable = (winRate: Metric, tenDeals: Grid): string => {
  const data = openDataset({ tables: { deals: { name: 'Deals', grid: tenDeals } }, today })
  const answer = explain(winRate, data, { period: '2024-02' })
  if (!answer.ok) throw new Error(answer.reason)
  const { columns, rows } = answer
  return markdownTable(
    columns.map(({ label }) => label),
    rows.map((row) => columns.map(({ key }) => show(row[key]))),
    new Set([2, 3]),
  )
}

/** `docs/reference/EXPLAIN.md` */
export const explainPage = (winRate: Metric, tenDeals: Grid): string =>
  markdownPage([
    generatedMark,
    `# ${explanation.name}`,
    `**${explanation.title}.** ${explanation.about}`,
    `Computed: ${explanation.variant}. The first reason that a row meets is the one it is counted under; a row that counts in one of several sums is used. \`Used\` says that the metric tells row by row what counts; \`Read\` that it looks things up in the whole table.`,
    '## How to ask',
    'On the command line `spm metric EXPLAIN FILE… --metric WIN_RATE`, with the arguments of that metric.',
    '## Arguments',
    markdownTable(
      ['Name', 'Takes', 'Left out', 'What it is'],
      parametersOf(explanation).map(({ name, takes, leftOut, about }) => [`\`${name}\``, takes, leftOut, about]),
    ),
    '## Result',
    markdownTable(
      ['Column', 'Kind'],
      explanation.columns.map(({ label, kind }) => [label, kind]),
    ),
    '## Examples',
    '### The win rate of February: of ten deals five are open, three were closed in another month, two are used',
    ['```', 'spm metric EXPLAIN deals.csv --metric WIN_RATE --period 2024-02 --as-of 2024-03-31', '```'].join('\n'),
    'Opportunities: [the ten deals](ten-deals.md).',
    'Result:',
    exampleTable(winRate, tenDeals),
  ])
