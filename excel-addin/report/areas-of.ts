import type { Area } from '#core/report/instructions'

interface Run {
  readonly key: string
  readonly column: number
  readonly columns: number
}

/** Cells of a row beside one another that have the same key; those without one are left out. */
const runsOf = (keys: readonly (string | null)[]): readonly Run[] => {
  const runs: Run[] = []
  let column = 0
  while (column < keys.length) {
    const key = keys[column] ?? null
    let end = column + 1
    while (end < keys.length && (keys[end] ?? null) === key) end++
    if (key !== null) runs.push({ key, column, columns: end - column })
    column = end
  }
  return runs
}

/** Few rectangles that cover the cells of each key, and no others: runs of cells, joined with the same run below. */
export const areasOf = (grid: readonly (readonly (string | null)[])[]): ReadonlyMap<string, readonly Area[]> => {
  const done = new Map<string, Area[]>()
  let open = new Map<string, { readonly key: string; readonly area: Area }>()
  const close = (each: Iterable<{ readonly key: string; readonly area: Area }>): void => {
    for (const { key, area } of each) done.set(key, [...(done.get(key) ?? []), area])
  }
  grid.forEach((keys, row) => {
    const next = new Map<string, { readonly key: string; readonly area: Area }>()
    for (const { key, column, columns } of runsOf(keys)) {
      const place = `${column} ${columns} ${key}`
      const above = open.get(place)
      open.delete(place)
      const area =
        above === undefined ? { row, column, rows: 1, columns } : { ...above.area, rows: above.area.rows + 1 }
      next.set(place, { key, area })
    }
    close(open.values())
    open = next
  })
  close(open.values())
  return done
}
