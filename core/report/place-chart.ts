import type { Draft } from './draft.ts'
import { formatOfKind } from './formats.ts'
import { columnArea, columnAt, numberIn, withCurrency, type Frame } from './frame.ts'
import type { Area } from './instructions.ts'
import type { ChartSpec } from './report.ts'

const chartRows = 12
const chartWidth = 96

/** Columns that a chart of about `chartWidth` characters covers. */
const chartColumns = (draft: Draft): number => {
  let width = 0
  let columns = 0
  while (columns < draft.widths.length && width < chartWidth) width += draft.widths[columns++] ?? 10
  return Math.max(4, columns)
}

/** A chart of nothing but zeros shows nothing. */
const hasFigures = (frame: Frame, { series }: ChartSpec): boolean =>
  series.some(({ key }) => frame.rows.some((cells) => (numberIn(cells[columnAt(frame, key)]) ?? 0) !== 0))

/** Columns beside a narrow table that a chart takes: with a table of two they are those that every tab prints. */
const columnsBeside = 5

/** Beside the table the chart begins with its header, below it where the draft has come to. */
const placeOf = (draft: Draft, { top, columns }: Frame, isBeside: boolean): Area =>
  isBeside
    ? { row: top, column: columns.length + 1, rows: chartRows, columns: columnsBeside }
    : { row: draft.row, column: 0, rows: chartRows, columns: chartColumns(draft) }

/** A chart of the records of a table, below it or beside it; none where all figures are zero. */
export const placeChart = (draft: Draft, frame: Frame, chart: ChartSpec, currency: string, isBeside: boolean): void => {
  if (!hasFigures(frame, chart)) return
  const at = placeOf(draft, frame, isBeside)
  const columnOf = (key: string) => frame.columns[columnAt(frame, key)]
  const kind = columnOf(chart.series[0]?.key ?? '')?.kind ?? 'count'
  draft.add({
    do: 'chart',
    tab: draft.tab,
    at,
    kind: chart.kind,
    title: withCurrency(chart.title, kind === 'money', currency),
    alt: chart.alt,
    categories: columnArea(frame, columnAt(frame, chart.category)),
    series: chart.series.map(({ key, line: isLine, colour }) => ({
      name: columnOf(key)?.label ?? key,
      values: columnArea(frame, columnAt(frame, key)),
      colour,
      ...(isLine === true ? { line: true } : {}),
    })),
    format: formatOfKind[kind] ?? 'count',
  })
  draft.row = Math.max(draft.row, at.row + chartRows + 1)
}
