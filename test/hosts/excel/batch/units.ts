/** Pixels of a digit of the letters of a new workbook, and of the room beside a column's text. */
const digit = 7
const room = 5
const pointsOfPixel = 0.75

/** Width and height of a column and a row that nobody changed, in points. */
export const standardWidth = 48
export const standardHeight = 15

/** A column's width in characters, as Excel measures it in points: in whole pixels. */
export const pointsOfWidth = (characters: number): number => Math.round(characters * digit + room) * pointsOfPixel

export const widthOfPoints = (points: number): number => (Math.round(points / pointsOfPixel) - room) / digit
