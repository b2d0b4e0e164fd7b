import { isoDay } from '#core/cells/day'
import { isNoAnswer, type ResultKind, type Value } from '#core/metrics/value'

/** Stands where there is no answer; the reason follows below the table. */
export const noAnswerMark = '–'

export const isNumeric = (kind: ResultKind): boolean => {
  switch (kind) {
    case 'count':
    case 'money':
    case 'percent':
    case 'points':
    case 'days':
    case 'decimal':
    case 'ratio':
      return true
    case 'text':
    case 'date':
    case 'status':
      return false
  }
}

const grouped = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    Object.is(value, -0) ? 0 : value,
  )

/** Decimals that a column needs: none where all of its numbers are whole. */
const decimalsFor = (kind: ResultKind, values: readonly Value[]): number => {
  const whole = values.every((value) => typeof value !== 'number' || Number.isInteger(value))
  if (kind === 'days') return whole ? 0 : 1
  return kind === 'decimal' && !whole ? 2 : 0
}

const showNumber = (value: number, kind: ResultKind, decimals: number): string => {
  switch (kind) {
    case 'percent':
      return `${grouped(value * 100, 1)}%`
    case 'points':
      return `${value > 0 ? '+' : ''}${grouped(value * 100, 1)}%`
    case 'ratio':
      return `${grouped(value, 2)}×`
    case 'date':
      return isoDay(value)
    case 'count':
    case 'money':
    case 'days':
    case 'decimal':
      return grouped(value, decimals)
    case 'text':
    case 'status':
      return String(value)
  }
}

/** The cells of one result column as people read them: `260,000`, `60.0%`, `2024-03-31`. */
export const showColumn = (kind: ResultKind, values: readonly Value[]): readonly string[] => {
  const decimals = decimalsFor(kind, values)
  return values.map((value) => {
    if (value === null) return ''
    if (isNoAnswer(value)) return noAnswerMark
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return typeof value === 'number' ? showNumber(value, kind, decimals) : value
  })
}
