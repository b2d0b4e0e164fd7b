import type { ResultKind } from '../metrics/value.ts'
import type { FormatName } from './instructions.ts'

/** One form for positive, negative and zero, with a little room on the right so that figures do not touch what follows. */
const signed = (code: string, zero = code): string => `${code}_ ;-${code}_ ;${zero}_ `

/** Number format codes as Excel and Sheets read them; negatives and zeros included. */
export const formats: Readonly<Record<FormatName, string>> = {
  text: '@',
  count: signed('#,##0', '0'),
  money: signed('#,##0', '0'),
  percent: signed('0.0%'),
  days: signed('#,##0', '0'),
  date: 'yyyy-mm-dd',
  month: 'mmm yyyy',
  decimal: signed('#,##0.00', '0.00'),
  ratio: signed('0.00"×"'),
  points: '+0.0%_ ;-0.0%_ ;0.0%_ ',
  trend: '▲ #,##0_ ;▼ #,##0_ ;"="_ ',
  trendPoints: '▲ 0.0%_ ;▼ 0.0%_ ;"="_ ',
}

/** The format of each kind of result; texts and words of status need none. */
export const formatOfKind: Readonly<Record<ResultKind, FormatName | null>> = {
  text: null,
  status: null,
  count: 'count',
  money: 'money',
  percent: 'percent',
  points: 'points',
  days: 'days',
  date: 'date',
  decimal: 'decimal',
  ratio: 'ratio',
}
