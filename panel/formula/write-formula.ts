import { getDate, getMonth, getYear, isValid, parseISO } from 'date-fns'
import type { ArgumentView, FunctionView } from '../session/catalogue-view.ts'
import type { FoundRange, HostFacts } from '../port.ts'

/** What was filled in, by the name of the argument; empty texts are left out. */
export type Filled = Readonly<Record<string, string>>

/** Formulas of a workbook take these. */
interface Grammar {
  readonly prefix: string
  readonly separator: ',' | ';'
}

/** A range as a formula names it: a table of Excel by its name, anything else by tab and cells. */
export const referenceTo = ({ kind, name, tab, address }: FoundRange, host: HostFacts['host']): string => {
  if (kind === 'table' && host !== 'sheets') return `${name}[#All]`
  if (kind === 'name') return name
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(tab) && !/^([A-Za-z]{1,3}\d+|R\d*C\d*)$/i.test(tab)
  return `${plain ? tab : `'${tab.replaceAll("'", "''")}'`}!${address}`
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const dateIn = (text: string, separator: string): string => {
  const day = parseISO(text)
  if (!isValid(day)) return quoted(text)
  return `DATE(${[getYear(day), getMonth(day) + 1, getDate(day)].join(separator)})`
}

const argument = ({ kind }: ArgumentView, text: string, separator: string): string => {
  if (text === '') return ''
  switch (kind.type) {
    case 'table':
      return text
    case 'number':
      return text.trim()
    case 'flag':
      return text
    case 'date':
      return dateIn(text, separator)
    case 'choice':
    case 'text':
      return quoted(text)
  }
}

/** `=SPM.STALE_DEALS(Deals[#All],45)`: arguments by position, without those left out at the end. */
export const writeFormula = (
  { name, params }: FunctionView,
  filled: Filled,
  { prefix, separator }: Grammar,
): string => {
  const values = params.map((param) => argument(param, filled[param.name] ?? '', separator))
  while (values.at(-1) === '') values.pop()
  return `=${prefix}${name}(${values.join(separator)})`
}

/** What cannot stand in a formula, by argument; empty where everything can. */
export const doubtsIn = ({ params }: FunctionView, filled: Filled): Readonly<Record<string, string>> =>
  Object.fromEntries(
    params.flatMap(({ name, kind }) => {
      const text = (filled[name] ?? '').trim()
      if (text === '' || kind.type !== 'number' || /^-?\d+(\.\d+)?$/.test(text)) return []
      return [[name, `“${text}” is no number. Write digits with a point, such as 45 or 0.5.`]]
    }),
  )
