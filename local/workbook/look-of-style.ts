import type { StyleName } from '#core/report/instructions'
import { borderColour, plainSize, styles, type Style } from '#core/report/styles'
import { plainLook, type Border, type Look } from './model.ts'

const borderOf = (sides: Style['border']): Border => {
  switch (sides) {
    case undefined:
      return plainLook.border
    case 'top':
      return { ...plainLook.border, top: borderColour }
    case 'bottom':
      return { ...plainLook.border, bottom: borderColour }
    case 'all':
      return { top: borderColour, right: borderColour, bottom: borderColour, left: borderColour }
  }
}

const make = (name: StyleName): Look => {
  const style = styles[name]
  return {
    font: null,
    bold: style.bold ?? false,
    italic: style.italic ?? false,
    underline: style.underline ?? false,
    size: style.size ?? plainSize,
    colour: style.colour ?? null,
    fill: style.fill ?? null,
    align: style.align ?? null,
    valign: 'center',
    indent: style.indent ?? 0,
    wrap: style.wrap ?? false,
    border: borderOf(style.border),
  }
}

const made = new Map<StyleName, Look>()

/** A named style as a cell shows it; each is made once. */
export const lookOf = (name: StyleName): Look => {
  const look = made.get(name) ?? make(name)
  made.set(name, look)
  return look
}
