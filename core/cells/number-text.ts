export type Decimal = '.' | ','

export interface NumberText {
  readonly value: number
  /** ISO code or symbol found beside the number. */
  readonly currency: string | null
  readonly percent: boolean
}

/** Three countries write `kr`, so that it names no currency. */
const symbols: Readonly<Record<string, string | null>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  $: 'USD',
  kr: null,
  'kr.': null,
}
const shape =
  /^([A-Za-z]{3}|[€£¥$]|kr\.?)?\s*([-−+(]?)\s*([€£¥$])?\s*([\d.,'’\s]*\d)\s*\)?\s*(%)?\s*([A-Za-z]{3}|[€£¥$]|kr\.?)?$/u
const marks = /[.,]/
const spaces = /[\s'’]/gu

/** Digits and marks alone, which need no taking apart. */
const bare = /^[\d.,]*\d$/

const digitsOf = (text: string): string | null =>
  bare.test(text) ? text : (shape.exec(text.trim())?.[4]?.replace(spaces, '') ?? null)

/** Which decimal mark a text proves, if any: `1.234,5` and `12,5` prove the comma, `1,234.5` and `0.75` the point. */
const markOf = (digits: string): Decimal | null => {
  const point = digits.indexOf('.')
  const comma = digits.indexOf(',')
  if (point < 0 && comma < 0) return null
  if (point >= 0 && comma >= 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  const [mark, other, at]: readonly [Decimal, Decimal, number] = point >= 0 ? ['.', ',', point] : [',', '.', comma]
  if (digits.includes(mark, at + 1)) return other
  return digits.length - at - 1 === 3 && at <= 3 && digits[0] !== '0' ? null : mark
}

export interface DecimalVote {
  readonly decimal: Decimal
  /** Texts such as `3.500` with no other text in the column that tells what the mark means. */
  readonly ambiguous: string | null
}

/** One decision for a whole column; where nothing proves the mark, a comma groups thousands and a point is decimal. */
export const decimalOf = (texts: Iterable<string>): DecimalVote => {
  let points = 0
  let commas = 0
  let ambiguous: string | null = null
  for (const text of texts) {
    if (!marks.test(text)) continue
    const digits = digitsOf(text)
    if (digits === null) continue
    const mark = markOf(digits)
    if (mark === '.') points++
    else if (mark === ',') commas++
    else if (ambiguous === null && digits.includes('.')) ambiguous = text
  }
  if (commas > points) return { decimal: ',', ambiguous: null }
  return { decimal: '.', ambiguous: points === 0 ? ambiguous : null }
}

const grouped: Readonly<Record<Decimal, RegExp>> = {
  '.': /^\d+(\.\d+)?$|^\d{1,3}(,\d{3})+(\.\d+)?$|^\d{1,2}(,\d{2})*,\d{3}(\.\d+)?$/,
  ',': /^\d+(,\d+)?$|^\d{1,3}(\.\d{3})+(,\d+)?$/,
}
const plain = /^-?\d+(\.\d+)?$/
const exponent = /^-?\d+(\.\d+)?[eE][-+]?\d+$/

/** The size that digits and marks write; `null` where the marks do not group them rightly. */
const sizeOf = (digits: string, decimal: Decimal): number | null => {
  if (!grouped[decimal].test(digits)) return null
  return Number(decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.'))
}

const currencyOf = (mark: string): string | null => {
  const known = symbols[mark]
  return known === undefined ? mark.toUpperCase() : known
}

/** A number with what may stand around its digits: a sign or brackets, a currency, a percent sign. */
const readDressed = (text: string, decimal: Decimal): NumberText | null => {
  const match = shape.exec(text)
  if (match === null) return null
  const [, before, sign, symbol, number = '', percent, after] = match
  const inBrackets = sign === '('
  const size = inBrackets === text.includes(')') ? sizeOf(number.replace(spaces, ''), decimal) : null
  if (size === null) return null
  const value = percent === undefined ? size : size * 0.01
  const isNegative = inBrackets || sign === '-' || sign === '−'
  const mark = before ?? symbol ?? after
  return {
    value: isNegative ? -value : value,
    currency: mark === undefined ? null : currencyOf(mark),
    percent: percent !== undefined,
  }
}

const alone = (value: number): NumberText => ({ value, currency: null, percent: false })

/** Reads `1 234,50`, `(1,000)`, `USD 485,000.00`, `€ 3.500,00`, `90%`; `null` where the text is no number. */
export const readNumberText = (text: string, decimal: Decimal): NumberText | null => {
  if (decimal === '.' && plain.test(text)) return alone(Number(text))
  if (bare.test(text)) {
    const size = sizeOf(text, decimal)
    return size === null ? null : alone(size)
  }
  const trimmed = text.trim()
  return readDressed(trimmed, decimal) ?? (exponent.test(trimmed) ? alone(Number(trimmed)) : null)
}

const clockHours = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/

/** Hours from `1:30` or `01:30:00`; `null` where the text is no duration. */
export const readClockHours = (text: string): number | null => {
  const match = clockHours.exec(text.trim())
  return match === null ? null : Number(match[1]) + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3600
}
