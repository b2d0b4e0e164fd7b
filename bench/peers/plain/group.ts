/** What people write over row objects: a map from key to group. */

export const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

export const sumOf = <T>(rows: readonly T[], value: (row: T) => number): number => {
  let sum = 0
  for (const row of rows) sum += value(row)
  return sum
}

export const meanAndMedian = (numbers: readonly number[]): { readonly mean: number; readonly median: number } => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? NaN
  const high = sorted[Math.floor(half)] ?? NaN
  return { mean: sumOf(sorted, (number) => number) / sorted.length, median: (low + high) / 2 }
}
