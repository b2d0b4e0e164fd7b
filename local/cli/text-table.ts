export interface TextColumn {
  readonly label: string
  readonly right: boolean
}

const gap = '  '
const narrowest = 8

/** Characters as a terminal counts them, one for each letter with its accents. */
const lengthOf = (text: string): number => [...text.normalize('NFC')].length

const cut = (text: string, width: number): string =>
  lengthOf(text) <= width ? text : `${[...text.normalize('NFC')].slice(0, width - 1).join('')}…`

const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - lengthOf(text)))
  return right ? space + text : text + space
}

/** Takes what a terminal lacks from the widest columns of text; numbers are never cut. */
const fitWidths = (columns: readonly TextColumn[], widths: readonly number[], room: number): readonly number[] => {
  const fitted = [...widths]
  const total = (): number => fitted.reduce((sum, width) => sum + width, gap.length * (fitted.length - 1))
  while (total() > room) {
    const widest = fitted.reduce(
      (best, width, i) => (columns[i]?.right === false && width > (fitted[best] ?? 0) ? i : best),
      columns.findIndex(({ right }) => !right),
    )
    if (widest < 0 || (fitted[widest] ?? 0) <= narrowest) return fitted
    fitted[widest] = (fitted[widest] ?? 0) - 1
  }
  return fitted
}

/**
 * Aligned lines, the header first, without trailing spaces. With a `room` in characters, long texts are cut to fit and
 * end in `…`; without one nothing is cut.
 */
export const textTable = (
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  room: number | null = null,
): readonly string[] => {
  const natural = columns.map(({ label }, i) => Math.max(lengthOf(label), ...rows.map((row) => lengthOf(row[i] ?? ''))))
  const widths = room === null ? natural : fitWidths(columns, natural, room)
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ right }, i) => pad(cut(cells[i] ?? '', widths[i] ?? 0), widths[i] ?? 0, right))
      .join(gap)
      .trimEnd()
  return [line(columns.map(({ label }) => label)), ...rows.map(line)]
}
