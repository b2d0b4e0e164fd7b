export type Decimal = '.' | ','

export interface NumberText {
  readonly value: number
  /** ISO code or symbol found beside the number. */
  readonly currency: string | null
  readonly percent: boolean
}

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', $: 'USD' }
const shape = /^([A-Za-z]{3}|[€£¥$])?\s*([-+(]?)\s*([€£¥$])?\s*([\d.,'\s  ]*\d)\s*\)?\s*(%)?\s*([A-Za-z]{3}|[€£¥$])?$/u
const spaces = /[\s  ']/gu

const digitsOf = (text: string): string | null => shape.exec(text.trim())?.[4]?.replace(spaces, '') ?? null

/** Which decimal mark a text proves, if any: `1.234,5` and `12,5` prove the comma, `1,234.5` and `0.75` the point. */
const markOf = (digits: string): Decimal | null => {
  const point = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (point < 0 && comma < 0) return null
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ','
  const mark: Decimal = point >= 0 ? '.' : ','
  const other: Decimal = mark === '.' ? ',' : '.'
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return other
  const position = Math.max(point, comma)
  return digits.length - position - 1 === 3 && position <= 3 && digits[0] !== '0' ? null : mark
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

/** Reads `1 234,50`, `(1,000)`, `USD 485,000.00`, `€ 3.500,00`, `90%`; `null` where the text is no number. */
export const readNumberText = (text: string, decimal: Decimal): NumberText | null => {
  if (decimal === '.' && plain.test(text)) return { value: Number(text), currency: null, percent: false }
  const match = shape.exec(text.trim())
  if (match === null) return /^-?\d+(\.\d+)?[eE][-+]?\d+$/.test(text.trim()) ? exponent(text) : null
  const [, before, sign, symbol, number = '', percent, after] = match
  const digits = number.replace(spaces, '')
  if (!grouped[decimal].test(digits)) return null
  const open = sign === '('
  if (open !== text.includes(')')) return null
  const standard = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.')
  const size = Number(standard) * (percent === undefined ? 1 : 0.01)
  const mark = before ?? symbol ?? after
  return {
    value: open || sign === '-' ? -size : size,
    currency: mark === undefined ? null : (symbols[mark] ?? mark.toUpperCase()),
    percent: percent !== undefined,
  }
}

const exponent = (text: string): NumberText => ({ value: Number(text), currency: null, percent: false })
