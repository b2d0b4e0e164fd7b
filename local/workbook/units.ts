/** Pixels of a digit of the letters of a new workbook, and of the room beside a column's text. */
const digit = 7
const room = 5

/** Widths in characters end up as whole pixels. */
export const pixelsOfWidth = (characters: number): number => Math.round(characters * digit + room)

export const widthOfPixels = (pixels: number): number => (pixels - room) / digit
