import type { Colour } from './colour.ts'

/** A part of a reference page as a terminal shows it: no fences, headings in bold, links by their text. */
export const plainMarkdown = (page: string, paint: (look: Colour, text: string) => string): readonly string[] =>
  page
    .split('\n')
    .filter((line) => line !== '```' && !line.startsWith('=SPM'))
    .map((line) =>
      line
        .replace(/^#+ (.*)$/, (_match, text: string) => paint('bold', text))
        .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
        .replaceAll('\\|', '|'),
    )
    .filter((line, i, lines) => line !== '' || lines[i - 1] !== '')
