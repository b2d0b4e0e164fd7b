/** Of the size of its letters. */
const lineHeight = 1.32

/** Points that a row takes by itself when its largest letters have `size` points. */
export const naturalHeight = (size: number): number => Math.max(15, size * lineHeight)

/** Points that `lines` lines of text need in a row whose largest letters have `size` points. */
export const rowHeight = (lines: number, size: number): number => Math.max(15, Math.ceil(lines * size * lineHeight + 3))
