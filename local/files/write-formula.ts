import { fail } from './fail.ts'

const longestFormula = 8192

/** Functions newer than the file format: Excel stores them under a prefix, and without it the cell shows `#NAME?`. */
const prefixed = new Set(
  (
    'AGGREGATE CONCAT DAYS FORECAST.LINEAR IFNA IFS ISOWEEKNUM MAXIFS MINIFS NORM.S.DIST NORM.S.INV NUMBERVALUE ' +
    'PERCENTILE.EXC PERCENTILE.INC QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ STDEV.P STDEV.S SWITCH TEXTJOIN VAR.P ' +
    'VAR.S XLOOKUP XMATCH XOR'
  ).split(' '),
)

/** Functions that spill or name variables: they need more than a formula in one cell, which a pack does not use. */
const spilling = new Set(
  (
    'BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER GROUPBY HSTACK LAMBDA LET MAKEARRAY MAP PIVOTBY RANDARRAY ' +
    'REDUCE SCAN SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW UNIQUE VSTACK WRAPCOLS WRAPROWS'
  ).split(' '),
)

const prefixCalls = (code: string, where: string): string =>
  code.replace(/(?<![\w.])([A-Za-z][\w.]*)(?=\()/g, (name) => {
    const upper = name.toUpperCase()
    if (spilling.has(upper))
      fail(
        'file',
        `${where} holds a formula with ${upper}, which needs several cells: use a formula that gives one value.`,
      )
    return prefixed.has(upper) ? `_xlfn.${name}` : name
  })

/** The formula as the file format stores it. Texts in double quotes and tab names in single ones are left alone. */
export const storedFormula = (formula: string, where: string): string => {
  if (formula === '' || formula.startsWith('='))
    fail('file', `${where} holds a formula that is empty or begins with "=": write it without the sign.`)
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
  const stored = parts.map((part, index) => (index % 2 === 1 ? part : prefixCalls(part, where))).join('')
  if (stored.length > longestFormula)
    fail('file', `${where} holds a formula of ${stored.length} characters; a cell holds at most ${longestFormula}.`)
  return stored
}
