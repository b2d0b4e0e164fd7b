export interface Root {
  readonly value: number
  /** What is left of `f` there. */
  readonly residual: number
  /** Whether `f` changes sign between the bounds; if not, the value is the bound at which it is nearest to 0. */
  readonly found: boolean
}

/** Where a monotone function is 0, between two bounds, to 1e-12 of the value; never outside them. */
export const bisect = (f: (x: number) => number, lower: number, upper: number): Root => {
  let [low, high] = [lower, upper]
  const [atLow, atHigh] = [f(low), f(high)]
  if (atLow === 0) return { value: low, residual: 0, found: true }
  if (atHigh === 0) return { value: high, residual: 0, found: true }
  if (!(atLow < 0 !== atHigh < 0) || Number.isNaN(atLow) || Number.isNaN(atHigh)) {
    const nearer = Math.abs(atLow) <= Math.abs(atHigh) ? low : high
    return { value: nearer, residual: nearer === low ? atLow : atHigh, found: false }
  }
  for (let i = 0; i < 200 && high - low > 1e-13 * Math.max(Math.abs(low), Math.abs(high)); i++) {
    const middle = (low + high) / 2
    const value = f(middle)
    if (value === 0) return { value: middle, residual: 0, found: true }
    if (value < 0 === atLow < 0) low = middle
    else high = middle
  }
  const value = (low + high) / 2
  return { value, residual: f(value), found: true }
}
