import type { Cell as SheetCell } from 'hucre'
import { cellAddress } from '#core/report/a1'
import type { Content, Formula } from '#core/report/instructions'
import { fail } from './fail.ts'
import { cellAt, checkArea, type CellDraft, type Of, type TabDraft } from './tab-draft.ts'
import { storedFormula } from './write-formula.ts'

const longestText = 32_767

/** Texts that the writing library would turn into error cells. */
const faultTexts = new Set('#VALUE! #REF! #N/A #NAME? #NULL! #DIV/0! #NUM! #GETTING_DATA #SPILL! #CALC!'.split(' '))

const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text as XML can carry it: `_x0041_` is itself an escape in this format, and some characters are none in XML. */
export const storedText = (text: string): string =>
  text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, hex)

export const checkText = (text: string, where: string): void => {
  if (text.length > longestText)
    fail('file', `${where} holds a text of ${text.length} characters; a cell holds at most ${longestText}: shorten it.`)
}

const isFormula = (content: Content): content is Formula => typeof content === 'object' && content !== null

const checkNumber = (value: number, where: string): void => {
  if (!Number.isFinite(value)) fail('file', `${where} holds ${value}, which is no number that a cell can hold.`)
}

const checkContent = (content: Content, where: string): void => {
  const value = isFormula(content) ? content.value : content
  if (typeof value === 'number') checkNumber(value, where)
  if (typeof value === 'string') checkText(value, where)
}

/** Puts the values into the draft; blank and empty text leave a cell as it is, and no cell is written twice. */
export const writeValues = (draft: TabDraft, { at, values }: Of<'values'>): void => {
  const columns = values.reduce((most, row) => Math.max(most, row.length), 1)
  checkArea(draft, { ...at, rows: Math.max(1, values.length), columns }, 'A block of values')
  values.forEach((row, down) => {
    row.forEach((content, right) => {
      if (content !== null && content !== '')
        putContent(draft, cellAt(draft, { row: at.row + down, column: at.column + right }), content)
    })
  })
}

export const putContent = (draft: TabDraft, cell: CellDraft, content: Content): void => {
  const where = `Cell ${cellAddress(cell)} on tab "${draft.name}"`
  if (cell.content !== null && cell.content !== content)
    fail('conflict', `${where} is written twice: ${JSON.stringify(cell.content)}, then ${JSON.stringify(content)}.`)
  checkContent(content, where)
  cell.content = content
}

/** The content as the writing library takes it; a formula carries its value, so that viewers without a calculator show it. */
export const storedContent = (content: Content, where: string): Partial<SheetCell> => {
  if (isFormula(content)) {
    const { formula, value } = content
    const formulaResult = typeof value === 'string' ? storedText(value) : value
    return { formula: storedFormula(formula, where), formulaResult }
  }
  if (typeof content === 'string' && faultTexts.has(content)) return { richText: [{ text: content }] }
  return { value: typeof content === 'string' ? storedText(content) : content }
}
