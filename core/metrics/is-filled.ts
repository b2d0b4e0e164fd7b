interface Blankable {
  readonly length: number
  isBlank(row: number): boolean
}

/** Whether there is a column with at least one cell filled in. */
export const isFilled = (column: Blankable | null): boolean => {
  if (column === null) return false
  for (let row = 0; row < column.length; row++) if (!column.isBlank(row)) return true
  return false
}
