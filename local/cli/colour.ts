const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39] } as const

export type Colour = keyof typeof codes

/** Paints on a terminal, and leaves texts as they are anywhere else. */
export const painter =
  (colour: boolean) =>
  (look: Colour, text: string): string =>
    colour && text !== '' ? `\u001b[${codes[look][0]}m${text}\u001b[${codes[look][1]}m` : text

/** Colour is for terminals, unless `NO_COLOR` says otherwise (https://no-color.org). */
export const wantsColour = (isTerminal: boolean, environment: NodeJS.ProcessEnv): boolean =>
  isTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb'
