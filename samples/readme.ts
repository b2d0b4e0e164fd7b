import { isoDay } from '#core/cells/day'
import type { Instruction, StyleName } from '#core/report/instructions'
import { asOf, lastMeeting } from './model/calendar.ts'
import { unknownStage } from './model/dirt.ts'
import type { Sheet } from './sheet.ts'

export interface Passage {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

const tab = 'Read me'
/** In characters of the default font; the text is a little smaller. */
const columnWidth = 92
const charactersPerLine = 106

interface Row {
  readonly text: string
  readonly style: StyleName
}

const rowsOf = (title: string, subtitle: string, passages: readonly Passage[]): readonly Row[] => [
  { text: title, style: 'title' },
  { text: subtitle, style: 'subtitle' },
  ...passages.flatMap(({ heading, paragraphs }): readonly Row[] => [
    { text: '', style: 'body' },
    { text: heading, style: 'heading' },
    ...paragraphs.map((text): Row => ({ text, style: 'label' })),
  ]),
]

/** A first tab of plain text, one paragraph to a row. */
export const readmeInstructions = (
  title: string,
  subtitle: string,
  passages: readonly Passage[],
): readonly Instruction[] => {
  const rows = rowsOf(title, subtitle, passages)
  const area = { row: 0, column: 0, rows: rows.length, columns: 1 }
  return [
    {
      do: 'tab',
      tab,
      colour: 'cover',
      widths: [columnWidth],
      freeze: { rows: 0, columns: 0 },
      print: { landscape: false, area, repeatRows: 0, onePage: false, footer: tab },
    },
    { do: 'values', tab, at: { row: 0, column: 0 }, values: rows.map(({ text }) => [text === '' ? null : text]) },
    ...rows.map(({ style }, row): Instruction => ({ do: 'style', tab, area: { ...area, row, rows: 1 }, style })),
    ...rows.flatMap(({ text, style }, row): readonly Instruction[] => {
      const lines = Math.ceil(text.length / charactersPerLine)
      return style === 'label' && lines > 1 ? [{ do: 'height', tab, row, lines }] : []
    }),
  ]
}

const contents: Readonly<Record<string, string>> = {
  Deals: 'the opportunities as they stand now, one row each (one of them has two lines)',
  Activities: 'calls, meetings, visits and other work, planned ones included',
  Targets:
    'targets of every seller: sales by type of business, meetings, opportunities to create, and a draft for 2027',
  People: 'who owns numbers and who leads whom',
  Stages: 'the sales process',
  Snapshots: 'how the open deals stood at the start of each month and at the last weekly meeting',
  StageHistory: 'every change of stage',
  Offers: 'every version of every offer',
  Customers: 'customers and prospects',
  Lines: 'products, prices and unit costs of the deals won',
  Costs: 'selling costs by month and team',
  RampPlans: 'how much of a full target a new seller carries, by month',
  'SPM Settings': 'base currency, date of the report, start of the fiscal year',
}

const tabList = (sheets: readonly Sheet[]): readonly string[] =>
  sheets.map((sheet) => `${sheet.tab}: ${contents[sheet.tab] ?? ''}. Rows: ${sheet.rows.length}.`)

const story = [
  'Aallotar Pumps is made up, and so is everybody in it. It sells pumping systems, pumps, controls, service contracts and spare parts in four teams: Helsinki and Stockholm (Nordics), Munich and Vienna (Central).',
  'Nine quarters are shown, 2024-Q4 to 2026-Q4. Helsinki is ahead thanks to one strong seller; Vienna is behind. Mikko Salo left in November 2025, Noora Laine took over his accounts and ramped up over six months, Marie Novak works three days a week.',
  'Forecasts made at the start of a month have been too optimistic in most months. Some open deals are overdue, some have not been touched for two months, and that is what the first page of a meeting pack asks about.',
]

const tries = [
  'Type =SPM.PIPELINE() or =SPM.STALE_DEALS() into an empty cell; in Google Sheets write SPM_PIPELINE and SPM_STALE_DEALS. Without arguments they read the tabs of this workbook.',
  'Build the pack of the sales team meeting for the team Helsinki, or for Vienna, from the panel or with: spm pack TEAM sample.xlsx --scope Helsinki',
  'The date of the report is set in SPM Settings, so that today and next year give the same numbers.',
]

const faults = [
  'Open deals without an amount or without a close date; late deals with the amount 0; two credit notes with a negative amount.',
  `A stage that is not in the list of stages (${unknownStage}); spaces after some stages and regions; a seller under another spelling.`,
  'Two deals created in the future and two closed before they were created. One deal kept as two lines: their amounts add up.',
]

/** The first tab of the sample workbook. */
export const sampleReadme = (sheets: readonly Sheet[]): readonly Instruction[] =>
  readmeInstructions(
    'Sample workbook: a company that sells pumps and service',
    `As of ${isoDay(asOf)}, in EUR. The last weekly meeting was on ${isoDay(lastMeeting)}. All data is invented.`,
    [
      { heading: 'What it shows', paragraphs: story },
      { heading: 'What to try', paragraphs: tries },
      { heading: 'The tabs', paragraphs: tabList(sheets) },
      { heading: 'Faults that are here on purpose, as in every real export', paragraphs: faults },
    ],
  )
