const swap = (values: Float64Array, a: number, b: number): void => {
  const kept = values[a] as number
  values[a] = values[b] as number
  values[b] = kept
}

/** Puts the k-th smallest value at k, smaller ones before it (Hoare's selection); no sort of the rest. */
const select = (values: Float64Array, k: number): number => {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let i = low
    let j = high
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i <= j) swap(values, i++, j--)
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else break
  }
  return values[k] as number
}

/** The quantile by linear interpolation between ranks (as PERCENTILE.INC does); NaN of nothing. Reorders `values`. */
export const quantile = (values: Float64Array, share: number): number => {
  if (values.length === 0) return NaN
  const position = (values.length - 1) * share
  const below = Math.floor(position)
  const lower = select(values, below)
  if (below === position) return lower
  let upper = Infinity
  for (let i = below + 1; i < values.length; i++) upper = Math.min(upper, values[i] as number)
  return lower + (upper - lower) * (position - below)
}

export const median = (values: Float64Array): number => quantile(values, 0.5)
