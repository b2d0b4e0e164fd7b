import { isoDay } from '#core/cells/day'
import { areaAddress, cellAddress } from '#core/report/a1'
import type { Area, Content, FormatName, Instruction, LinkTarget, Rule, Validation } from '#core/report/instructions'

type Of<K extends Instruction['do']> = Extract<Instruction, { do: K }>

interface Line {
  readonly row: number
  readonly column: number
  readonly text: string
}

const covers = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns

/** The last one said about a cell counts. */
const lastOver = <T extends { readonly area: Area }>(all: readonly T[], row: number, column: number): T | null =>
  all.findLast(({ area }) => covers(area, row, column)) ?? null

const numberText = (value: number): string => String(Number(value.toPrecision(12)))

const valueText = (value: string | number | boolean | null, format: FormatName | null): string => {
  if (typeof value !== 'number') return String(value ?? '')
  return format === 'date' ? isoDay(value) : numberText(value)
}

const contentText = (content: Content, format: FormatName | null): string =>
  typeof content === 'object' && content !== null
    ? `=${content.formula} → ${valueText(content.value, format)}`
    : valueText(content, format)

const ruleText = (rule: Rule): string => {
  switch (rule.kind) {
    case 'dataBar':
    case 'status':
      return rule.kind
    case 'colourScale':
      return `colour scale, high is ${rule.highIsGood ? 'good' : 'bad'}`
    case 'icons':
      return `icons from ${rule.from} to ${rule.to}`
    case 'below':
      return `below ${rule.limit}`
    case 'trend':
      return `arrows, up is ${rule.upIsGood ? 'good' : 'bad'}`
  }
}

const validationText = (validation: Validation): string => {
  switch (validation.kind) {
    case 'list':
      return `one of ${validation.values.join(', ')}`
    case 'date':
      return 'a date'
    case 'text':
      return `at most ${validation.maximum} characters`
  }
}

const targetText = (to: LinkTarget): string => ('url' in to ? to.url : `'${to.tab}'!${cellAddress(to.cell)}`)

const chartText = ({ at, kind, title, alt, categories, series, format }: Of<'chart'>): string =>
  [
    `${areaAddress(at)}  ${kind} chart "${title}" (${format}) of ${areaAddress(categories)}`,
    ...series.map(({ name, values, line, colour }) => {
      const look = `${colour ?? 'plain'}${line === true ? ', line' : ''}`
      return `        ${name}: ${areaAddress(values)} (${look})`
    }),
    `        alt: ${alt}`,
  ].join('\n')

const tabText = ({ tab, colour, widths, freeze, print }: Of<'tab'>): string =>
  [
    `=== ${tab}`,
    `    colour ${colour}; widths ${widths.join(' ')}; frozen rows ${freeze.rows}, columns ${freeze.columns}`,
    `    print ${areaAddress(print.area)} ${print.landscape ? 'landscape' : 'portrait'}, ${print.onePage ? 'one page' : 'one page wide'}, rows 1 to ${print.repeatRows} repeated, footer "${print.footer}"`,
  ].join('\n')

const pick = <K extends Instruction['do']>(instructions: readonly Instruction[], kind: K): readonly Of<K>[] =>
  instructions.filter((each): each is Of<K> => each.do === kind)

/** One line per row that holds something: its address, its cells, the looks of the row. */
const rowLines = (instructions: readonly Instruction[]): readonly Line[] => {
  const [styles, formats] = [pick(instructions, 'style'), pick(instructions, 'format')]
  return pick(instructions, 'values').flatMap(({ at, values }) =>
    values.map((contents, down): Line => {
      const row = at.row + down
      const cells = contents.map((content, right) => {
        const format = lastOver(formats, row, at.column + right)?.format ?? null
        return contentText(content, format)
      })
      const looks = contents.flatMap((_, right) => lastOver(styles, row, at.column + right)?.style ?? [])
      const address = cellAddress({ row, column: at.column }).padEnd(6)
      const look = looks.length === 0 ? '' : `  [${[...new Set(looks)].join(', ')}]`
      return { row, column: at.column, text: `${address}${cells.join(' | ').trimEnd()}${look}` }
    }),
  )
}

const areaLine = (area: Area, text: string): Line => ({ ...area, text: `${areaAddress(area)}  ${text}` })

const extraLines = (instructions: readonly Instruction[]): readonly Line[] => [
  ...pick(instructions, 'table').map(({ name, area }) => areaLine(area, `table ${name}`)),
  ...pick(instructions, 'rule').map(({ area, rule }) => areaLine(area, `marked by ${ruleText(rule)}`)),
  ...pick(instructions, 'sparkline').map(({ at, kind, values, colour, text }): Line => ({
    ...at,
    text: `${cellAddress(at)}  ${kind} sparkline (${colour}) of ${areaAddress(values)}: ${text}`,
  })),
  ...pick(instructions, 'validation').map(({ area, validation, prompt }) =>
    areaLine(area, `takes ${validationText(validation)} ("${prompt}")`),
  ),
  ...pick(instructions, 'style')
    .filter(({ style }) => style === 'box')
    .map(({ area }) => areaLine(area, 'to fill in')),
  ...pick(instructions, 'link').map(({ at, to, text }): Line => ({
    ...at,
    text: `${cellAddress(at)}  link "${text}" to ${targetText(to)}`,
  })),
  ...pick(instructions, 'comment').map(({ at, text }): Line => ({
    ...at,
    text: `${cellAddress(at)}  comment ${text}`,
  })),
  ...pick(instructions, 'chart').map((chart): Line => ({ ...chart.at, text: chartText(chart) })),
]

const showTab = (instructions: readonly Instruction[]): string => {
  const lines = [...rowLines(instructions), ...extraLines(instructions)].map((line, order) => ({ ...line, order }))
  lines.sort((a, b) => a.row - b.row || a.column - b.column || a.order - b.order)
  return [...pick(instructions, 'tab').map(tabText), ...lines.map(({ text }) => `    ${text}`)].join('\n')
}

/** Placed instructions as text that people can read and compare: tab, cell, content, look. */
export const showPack = (instructions: readonly Instruction[]): string => {
  const tabs = [...new Set(instructions.map(({ tab }) => tab))]
  return `${tabs.map((tab) => showTab(instructions.filter((each) => each.tab === tab))).join('\n\n')}\n`
}
