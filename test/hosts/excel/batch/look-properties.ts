import { unknownToHost } from './host-error.ts'
import { plainLook, type Look } from '#local/workbook/model'
import { colour, flag, number, oneOf, shownColour, text, whole } from './given.ts'
import type { Json } from './protocol.ts'

/** One property of a cell's look, as Excel names and shows it. */
export interface LookProperty {
  readonly show: (look: Look) => Json
  readonly change: (given: Json, location: string) => Partial<Look>
}

export type LookProperties = Readonly<Record<string, LookProperty>>

/** The font that Excel gives a new workbook. */
const workbookFont = 'Aptos Narrow'

const black = '#000000'
const white = '#FFFFFF'

export const fontProperties: LookProperties = {
  Name: {
    show: ({ font }) => font ?? workbookFont,
    change: (given, location) => {
      const name = text(given, location)
      return { font: name === workbookFont ? null : name }
    },
  },
  Size: { show: ({ size }) => size, change: (given, location) => ({ size: number(given, location) }) },
  Bold: { show: ({ bold }) => bold, change: (given, location) => ({ bold: flag(given, location) }) },
  Italic: { show: ({ italic }) => italic, change: (given, location) => ({ italic: flag(given, location) }) },
  Underline: {
    show: ({ underline }) => (underline ? 'Single' : 'None'),
    change: (given, location) => ({ underline: oneOf(given, ['None', 'Single'], location) === 'Single' }),
  },
  /** Black is the automatic colour, so that a colour read out and written back is the same. */
  Color: {
    show: (look) => (look.colour === null ? black : shownColour(look.colour)),
    change: (given, location) => ({ colour: given === black ? null : colour(given, location) }),
  },
  Strikethrough: {
    show: () => false,
    change: (given, location) => {
      if (given !== false) throw unknownToHost(`${location} other than false`)
      return {}
    },
  },
}

/** A cell without a fill shows white, and white written to it is a fill: whoever puts looks back has to know. */
export const fillProperties: LookProperties = {
  Color: {
    show: ({ fill }) => (fill === null ? white : shownColour(fill)),
    change: (given, location) => ({ fill: given === '' ? null : colour(given, location) }),
  },
  Pattern: {
    show: ({ fill }) => (fill === null ? 'None' : 'Solid'),
    change: (given, location) => {
      if (oneOf(given, ['None', 'Solid'], location) === 'Solid')
        throw unknownToHost(`${location} Solid without a colour`)
      return { fill: null }
    },
  },
}

const sides = { General: null, Left: 'left', Center: 'center', Right: 'right' } as const
const heights = { Top: 'top', Center: 'center', Bottom: null } as const

const wordOf = <W extends string>(words: Readonly<Record<W, string | null>>, value: string | null): W =>
  (Object.keys(words) as W[]).find((word) => words[word] === value) as W

export const formatProperties: LookProperties = {
  WrapText: { show: ({ wrap }) => wrap, change: (given, location) => ({ wrap: flag(given, location) }) },
  HorizontalAlignment: {
    show: ({ align }) => wordOf(sides, align),
    change: (given, location) => ({
      align: sides[oneOf(given, Object.keys(sides) as (keyof typeof sides)[], location)],
    }),
  },
  VerticalAlignment: {
    show: ({ valign }) => wordOf(heights, valign === 'bottom' ? null : valign),
    change: (given, location) => ({
      valign: heights[oneOf(given, Object.keys(heights) as (keyof typeof heights)[], location)],
    }),
  },
  IndentLevel: { show: ({ indent }) => indent, change: (given, location) => ({ indent: whole(given, location) }) },
  TextOrientation: {
    show: () => 0,
    change: (given, location) => {
      if (given !== 0) throw unknownToHost(`${location} other than 0`)
      return {}
    },
  },
}

export const noFill: Partial<Look> = { fill: plainLook.fill }
