import type { Chart as FileChart, ChartSeriesInfo } from 'hucre'
import type { ChartKind } from '#core/report/instructions'
import { readAddress, splitAddress } from '../workbook/address.ts'
import { nextId, tabNamed } from '../workbook/make.ts'
import type { Chart, Range, Series, Workbook } from '../workbook/model.ts'
import { partTexts } from './part-texts.ts'

/** What a chart part says of its bars: lying or standing. The library tells both as bars. */
export interface BarChart {
  readonly isLying: boolean
  readonly refs: ReadonlySet<string>
  readonly title: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string => text.replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)

const textsOf = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => unescaped(text))

/** All charts of bars in the file, by what tells them apart. */
export const readBars = async (bytes: Uint8Array): Promise<readonly BarChart[]> =>
  (await partTexts(bytes, /^xl\/charts\/chart\d+\.xml$/)).map((xml) => ({
    isLying: xml.includes('<c:barDir val="bar"'),
    refs: new Set(textsOf(xml, 'c:f')),
    title: textsOf(xml, 'a:t').join(''),
  }))

const isLying = (chart: FileChart, bars: readonly BarChart[]): boolean => {
  const refs = (chart.series ?? []).flatMap(({ valuesRef }) => valuesRef ?? [])
  return bars.some(
    (bar) => bar.isLying && bar.title.includes(chart.title ?? '') && refs.every((ref) => bar.refs.has(ref)),
  )
}

/** `null` for a kind that packs do not have. */
const kindOf = (chart: FileChart, bars: readonly BarChart[]): ChartKind | null => {
  const [kind, second] = chart.kinds
  if (kind === 'line' && second === undefined) return 'line'
  if (kind !== 'bar') return null
  if (second === 'line') return 'columnLine'
  const isStacked = chart.barGrouping === 'stacked'
  if (isLying(chart, bars)) return isStacked ? 'stackedBar' : 'bar'
  return isStacked ? 'stackedColumn' : 'column'
}

const rangeOf = (workbook: Workbook, ref: string | undefined): Range | null => {
  const { tab, address } = splitAddress(ref ?? '')
  const found = tab === null ? undefined : tabNamed(workbook, tab)
  const area = readAddress(address)
  return found === undefined || area === null ? null : { tab: found.id, area }
}

const seriesOf = (workbook: Workbook, { name, kind, color, ...refs }: ChartSeriesInfo, isMixed: boolean): Series => ({
  id: nextId(workbook),
  name: name ?? '',
  values: rangeOf(workbook, refs.valuesRef),
  categories: rangeOf(workbook, refs.categoriesRef),
  colour: typeof color === 'string' ? color.slice(-6).toUpperCase() : null,
  line: isMixed && kind === 'line',
  look: new Map(),
})

/** A chart as a workbook in memory has it, or `null` where packs have no such kind. All tabs must be there already. */
export const chartOfFile = (workbook: Workbook, chart: FileChart, bars: readonly BarChart[]): Chart | null => {
  const kind = kindOf(chart, bars)
  const { from, to } = chart.anchor ?? {}
  if (kind === null || from === undefined || to === undefined) return null
  return {
    id: nextId(workbook),
    name: chart.title ?? '',
    kind,
    title: chart.title ?? '',
    alt: chart.altText ?? '',
    at: { row: from.row, column: from.col, rows: to.row - from.row, columns: to.col - from.col },
    series: (chart.series ?? []).map((series) => seriesOf(workbook, series, kind === 'columnLine')),
    look: new Map(),
  }
}
