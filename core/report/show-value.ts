import { isoDay } from '../cells/day.ts'
import { isNoAnswer, type ResultKind, type Value } from '../metrics/value.ts'

const grouped = (value: number, digits: number): string => {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.')
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '−' : ''
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A result as a person reads it in a sentence: `1,234 EUR`, `62.5%`, `+3.0%` for points, `2026-03-31`; the reason where there is no answer. */
export const showValue = (value: Value, kind: ResultKind, currency = ''): string => {
  if (isNoAnswer(value)) return `no answer: ${value.noAnswer}`
  if (value === null) return ''
  if (typeof value !== 'number') return String(value)
  switch (kind) {
    case 'percent':
      return `${grouped(value * 100, 1)}%`
    case 'points':
      return `${value > 0 ? '+' : ''}${grouped(value * 100, 1)}%`
    case 'money':
      return `${grouped(value, 0)}${currency === '' ? '' : ` ${currency}`}`
    case 'ratio':
      return `${grouped(value, 2)}×`
    case 'decimal':
      return grouped(value, 2)
    case 'date':
      return isoDay(value)
    case 'count':
    case 'days':
    case 'text':
    case 'status':
      return grouped(value, Number.isInteger(value) ? 0 : 1)
  }
}
