import type { LeftOver } from './carry-over.ts'
import { asRead, type Typed, type TypedRow } from './earlier-typed.ts'
import type { TableBlock } from './report.ts'
import { idHeading, idKey } from './row-identity.ts'
import { sectionKey } from './section-key.ts'

const title = 'Typed into an earlier pack, without a place in this one'
const headings = { section: 'Where', name: 'Row', heading: 'Heading', text: 'What was typed' }

/** The list of what has no place any more; `null` where everything has one. */
export const leftOverBlock = (leftOver: readonly LeftOver[]): TableBlock | null =>
  leftOver.length === 0
    ? null
    : {
        kind: 'table',
        name: 'leftOver',
        title,
        total: false,
        empty: '',
        notes: ['Each goes back to its place as soon as there is one again. Clear what is no longer needed.'],
        columns: [
          { key: 'section', label: headings.section, kind: 'text' },
          { key: 'name', label: headings.name, kind: 'text' },
          { key: 'heading', label: headings.heading, kind: 'text' },
          { key: 'text', label: headings.text, kind: 'text', input: 'text', width: 44 },
          { key: idKey, label: idHeading, kind: 'text', width: 12 },
        ],
        rows: leftOver.map(({ identity, ...rest }) => ({ ...rest, [idKey]: identity })),
      }

const restored = ({ cells, typed }: TypedRow): Typed => {
  const [section, name, heading] = [headings.section, headings.name, headings.heading].map((each) => cells[each] ?? '')
  const filled = typed[headings.text]
  if (heading === '' || heading === undefined)
    return {
      kind: 'box',
      section: section ?? '',
      lines:
        filled === undefined
          ? []
          : String(asRead(filled))
              .split('\n')
              .map((line) => [line]),
    }
  return {
    kind: 'row',
    section: section ?? '',
    identity: cells[idHeading] ?? '',
    name: name ?? '',
    cells: {},
    typed: filled === undefined ? {} : { [heading]: filled },
  }
}

/** What an earlier pack listed as left over is looked at as if it still stood in its place. */
export const listedAgain = (typed: Typed): readonly Typed[] =>
  typed.kind === 'row' && sectionKey(typed.section) === sectionKey(title) ? [restored(typed)] : [typed]
