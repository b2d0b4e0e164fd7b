import type { Area, Cell, ChartKind, Instruction, Series, SparklineKind, StyleName } from '#core/report/instructions'

export const front = 'TEAM North · 1 Forecast'
export const back = "Q's charts & more"
export const tableName = 'SPM_TEAM_North_owners'
export const headings = ['Owner', 'Won (EUR)', 'Quota (EUR)', 'Attainment', 'Status', 'Next step', 'Due']

export const area = (row: number, column: number, rows: number, columns: number): Area => ({
  row,
  column,
  rows,
  columns,
})
const at = (row: number, column: number): Cell => ({ row, column })

const owners = [
  { name: 'Anna Berg', won: 120000, quota: 110000 },
  { name: 'Ben Ortiz', won: 95500, quota: 120000 },
  { name: 'Carla Nunez', won: 143000, quota: 130000 },
  { name: 'Dmitri Wolf', won: 60250, quota: 90000 },
] as const

/** Rows of the table on the front tab. */
export const tableTop = 6
export const totalRow = tableTop + owners.length + 1
const first = tableTop + 1
const rows = owners.length
const body = (column: number, columns = 1): Area => area(first, column, rows, columns)

const won = owners.reduce((sum, owner) => sum + owner.won, 0)
const quota = owners.reduce((sum, owner) => sum + owner.quota, 0)

export const totals = [
  { formula: `SUM(${tableName}[Won (EUR)])`, value: won },
  { formula: `SUM(${tableName}[Quota (EUR)])`, value: quota },
  { formula: `IFS(C${totalRow + 1}=0,"",TRUE,B${totalRow + 1}/C${totalRow + 1})`, value: won / quota },
] as const

const statusOf = (attainment: number): string => (attainment >= 1 ? 'OK' : attainment > 0.75 ? 'Watch' : 'Fix')

/** Texts that a careless writer would turn into something else. */
export const awkwardTexts = [
  '=1+1',
  '+49 30 1234',
  '-5',
  '@handle',
  '\ttab first',
  '#N/A',
  '_x0041_ & <b> "q" \u{1F600} \uFFFF \uD800',
  ' spaces ',
  'two\nlines',
  '0012345678901234567',
]
export const awkwardTop = 20

export const styleNames: readonly StyleName[] = [
  'title',
  'figure',
  'total',
  'input',
  'good',
  'warn',
  'bad',
  'muted',
  'banner',
]
export const stylesColumn = 8

const frontCells: readonly Instruction[] = [
  {
    do: 'tab',
    tab: front,
    colour: 'ahead',
    widths: [24, 14, 14, 12, 12, 30, 14],
    freeze: { rows: 7, columns: 1 },
    print: {
      landscape: true,
      area: area(0, 0, 32, 7),
      repeatRows: 7,
      onePage: false,
      footer: 'North & West · 2026-11-22',
    },
  },
  {
    do: 'values',
    tab: front,
    at: at(0, 0),
    values: [['Forecast'], ['FY2026-Q4 · North'], [], ['Attainment', 'Coverage']],
  },
  { do: 'values', tab: front, at: at(4, 0), values: [[1.034, 2.71]] },
  { do: 'style', tab: front, area: area(0, 0, 1, 1), style: 'title' },
  { do: 'style', tab: front, area: area(1, 0, 1, 1), style: 'subtitle' },
  { do: 'style', tab: front, area: area(3, 0, 1, 2), style: 'label' },
  { do: 'style', tab: front, area: area(4, 0, 1, 2), style: 'figure' },
  { do: 'format', tab: front, area: area(4, 0, 1, 1), format: 'percent' },
  { do: 'format', tab: front, area: area(4, 1, 1, 1), format: 'ratio' },
  {
    do: 'values',
    tab: front,
    at: at(tableTop, 0),
    values: [
      headings,
      ...owners.map((owner, index) => [
        owner.name,
        owner.won,
        owner.quota,
        { formula: `B${first + index + 1}/C${first + index + 1}`, value: owner.won / owner.quota },
        statusOf(owner.won / owner.quota),
        null,
        46340 + index,
      ]),
      ['Total', ...totals, null, null],
    ],
  },
  { do: 'style', tab: front, area: area(tableTop, 0, 1, 7), style: 'header' },
  { do: 'style', tab: front, area: area(tableTop, 1, 1, 3), style: 'headerRight' },
  { do: 'style', tab: front, area: body(0, 5), style: 'body' },
  { do: 'style', tab: front, area: body(5, 2), style: 'input' },
  { do: 'style', tab: front, area: area(totalRow, 0, 1, 7), style: 'total' },
  { do: 'format', tab: front, area: area(first, 1, rows + 1, 2), format: 'money' },
  { do: 'format', tab: front, area: area(first, 3, rows + 1, 1), format: 'percent' },
  { do: 'format', tab: front, area: body(6), format: 'date' },
  { do: 'values', tab: front, at: at(awkwardTop, 0), values: awkwardTexts.map((text) => [text]) },
  { do: 'values', tab: front, at: at(awkwardTop, 1), values: [[true], [false]] },
  { do: 'height', tab: front, row: awkwardTop + 8, lines: 2 },
  ...styleNames.flatMap((style, index): readonly Instruction[] => [
    { do: 'values', tab: front, at: at(index, stylesColumn), values: [[style]] },
    { do: 'style', tab: front, area: area(index, stylesColumn, 1, 1), style },
  ]),
]

export const sparklineKinds: readonly SparklineKind[] = ['line', 'column']
export const trendTop = 34

/** Two rows of weeks, what changed in each, and their courses as a line and as columns. */
const trends: readonly Instruction[] = [
  {
    do: 'values',
    tab: front,
    at: at(trendTop, 0),
    values: [
      ['Ann', 3, 5, null, 8, 5],
      ['Ben', 7, 4, 4, 1, -6],
    ],
  },
  { do: 'format', tab: front, area: area(trendTop, 5, 1, 1), format: 'trend' },
  { do: 'format', tab: front, area: area(trendTop + 1, 5, 1, 1), format: 'trendPoints' },
  { do: 'rule', tab: front, area: area(trendTop, 5, 1, 1), rule: { kind: 'trend', upIsGood: true } },
  { do: 'rule', tab: front, area: area(trendTop + 1, 5, 1, 1), rule: { kind: 'trend', upIsGood: false } },
  ...sparklineKinds.map((kind, i): Instruction => ({
    do: 'sparkline',
    tab: front,
    at: at(trendTop + i, 6),
    kind,
    values: area(trendTop + i, 1, 1, 4),
    colour: i === 0 ? 'actual' : 'pipeline',
    text: i === 0 ? '▄▅ █' : '█▅▅▂',
  })),
]

const frontObjects: readonly Instruction[] = [
  { do: 'table', tab: front, name: tableName, area: area(tableTop, 0, rows + 1, 7), columns: headings },
  { do: 'rule', tab: front, area: body(1), rule: { kind: 'dataBar' } },
  { do: 'rule', tab: front, area: body(2), rule: { kind: 'colourScale', highIsGood: true } },
  { do: 'rule', tab: front, area: body(3), rule: { kind: 'icons', from: 0.8, to: 1 } },
  {
    do: 'rule',
    tab: front,
    area: body(4),
    rule: { kind: 'status', good: ['OK'], warn: ['Watch'], bad: ['Fix', 'Late'] },
  },
  { do: 'rule', tab: front, area: area(4, 0, 1, 1), rule: { kind: 'below', limit: 1.1 } },
  ...trends,
  {
    do: 'validation',
    tab: front,
    area: body(4),
    validation: { kind: 'list', values: ['OK', 'Watch', 'Fix'] },
    prompt: 'Choose.',
  },
  { do: 'validation', tab: front, area: body(5), validation: { kind: 'text', maximum: 200 }, prompt: 'One step.' },
  { do: 'validation', tab: front, area: body(6), validation: { kind: 'date' }, prompt: 'The day.' },
  { do: 'link', tab: front, at: at(13, 0), to: { tab: back, cell: at(9, 0) }, text: 'To the charts' },
  { do: 'link', tab: front, at: at(14, 0), to: { url: 'https://example.com/a b?x=1&y="2"#z' }, text: 'Coverage' },
  { do: 'link', tab: front, at: at(15, 0), to: { url: 'mailto:ops@example.com' }, text: 'Ask operations' },
  { do: 'comment', tab: front, at: at(4, 0), text: 'Won ÷ quota (A3).\nPhased to the day.' },
]

export const chartKinds: readonly ChartKind[] = ['column', 'stackedColumn', 'bar', 'stackedBar', 'line', 'columnLine']

const series: readonly Series[] = [
  { name: 'Won', values: area(1, 1, 6, 1), colour: 'won' },
  { name: 'Target', values: area(1, 2, 6, 1), colour: 'target', line: true },
]
const isSingle = (kind: ChartKind): boolean => kind === 'column' || kind === 'bar'

const backTab: readonly Instruction[] = [
  {
    do: 'tab',
    tab: back,
    colour: 'past',
    widths: [20, ...Array.from({ length: 12 }, () => 12)],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: true, area: area(0, 0, 60, 13), repeatRows: 0, onePage: false, footer: 'Charts' },
  },
  {
    do: 'values',
    tab: back,
    at: at(0, 0),
    values: [
      ['Month', 'Won', 'Target'],
      ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'].map((month, i) => [month, 100000 + 20000 * i, 120000 + 10000 * i]),
    ],
  },
  ...chartKinds.map((kind, index): Instruction => ({
    do: 'chart',
    tab: back,
    at: area(9 + 16 * Math.floor(index / 2), (index % 2) * 6, 15, 6),
    kind,
    title: `Won and target by month (${kind})`,
    alt: `Won and target from January to June: ${kind}.`,
    categories: area(1, 0, 6, 1),
    format: 'money',
    series: isSingle(kind) ? series.slice(0, 1) : series,
  })),
]

/** A workbook in which every kind of instruction, and every variant of it, occurs. */
export const everyInstruction: readonly Instruction[] = [...frontCells, ...frontObjects, ...backTab]
