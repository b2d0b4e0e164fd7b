/** Every table has this look of the spreadsheet program below the styles of its cells. */
export const tableStyle = 'TableStyleLight1'

/** Filter buttons hide part of a heading, so that tables with fewer rows, the header included, go without. */
const filterFromRows = 11

export const hasFilter = (rows: number): boolean => rows > filterFromRows
