import { pixelsOfWidth, widthOfPixels } from '#local/workbook/units'

const pointsOfPixel = 0.75

/** Width and height of a column and a row that nobody changed, in points. */
export const standardWidth = 48
export const standardHeight = 15

/** A column's width in characters, as Excel measures it in points. */
export const pointsOfWidth = (characters: number): number => pixelsOfWidth(characters) * pointsOfPixel

export const widthOfPoints = (points: number): number => widthOfPixels(Math.round(points / pointsOfPixel))
