/**
 * Codes of labels by row. They are kept in the fewest bytes that hold them, so they offer no `map`: what it returns would
 * be cut to as few bytes.
 */
export interface Codes extends Iterable<number> {
  readonly length: number
  readonly [row: number]: number
}

/** For every row the number that its code has in `numbers`. */
export const numbered = (codes: Codes, numbers: ArrayLike<number>): Uint32Array => {
  const translated = new Uint32Array(codes.length)
  for (let row = 0; row < translated.length; row++) translated[row] = numbers[codes[row] as number] as number
  return translated
}

/** Room for codes, to be filled. */
export type CodeRoom = Uint8Array | Uint16Array | Uint32Array

/** Room for `rows` codes of up to `labels` labels, all 0. */
export const roomFor = (labels: number, rows: number): CodeRoom => {
  if (labels <= 0x100) return new Uint8Array(rows)
  return labels <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows)
}

/** How many labels these codes can tell apart. */
export const capacityOf = ({ BYTES_PER_ELEMENT }: CodeRoom): number => 2 ** (8 * BYTES_PER_ELEMENT)

/** The same codes with room for `labels` labels. */
export const widened = (codes: CodeRoom, labels: number): CodeRoom => {
  const wider = roomFor(labels, codes.length)
  wider.set(codes)
  return wider
}
