import { fieldLabel, headerKey } from '#core/dataset/header'
import type { Place } from '#core/dataset/recognise'
import { sourceTitles } from '#core/dataset/sources'
import type { Table } from '#core/dataset/table'
import { stageColumns } from '#core/dataset/wide-stages'
import { wrap } from './wrap.ts'

const mostLeftOut = 5

const count = (size: number, word: string): string =>
  `${new Intl.NumberFormat('en-US').format(size)} ${word}${size === 1 ? '' : 's'}`

const quoted = (headers: readonly string[]): string => headers.map((header) => `"${header}"`).join(', ')

/** The headers that feed a field; none where a constant does. */
export const headersOf = (place: Place, headers: readonly string[]): readonly string[] =>
  'constant' in place ? [] : [...new Set(place.columns.map((column) => headers[column] ?? ''))]

/** What feeds a field: a column, several in turn, or a constant. Spellings of a name are all taken. */
const feed = (field: string, place: Place, headers: readonly string[]): string => {
  if ('constant' in place) return `always "${place.constant}"`
  const names = headersOf(place, headers).map((header) => `"${header}"`)
  if (names.length > 1) return field === 'alias' ? names.join(' and ') : `the first filled of ${names.join(', ')}`
  const equal = place.columns.length
  return `${names.join('')}${equal > 1 ? `, the first filled of ${equal} such columns` : ''}`
}

/** Whether a field is read from one column of its own name. */
export const isOwnName = (field: string, place: Place, headers: readonly string[]): boolean =>
  'columns' in place &&
  place.columns.length === 1 &&
  headerKey(headers[place.columns[0] ?? -1] ?? '') === headerKey(field)

/** Which column feeds which field: those of the field's own name in one line, the others each in theirs. */
const fieldLines = ({ located, schema }: Table, width: number | null): readonly string[] => {
  const { recognition, headers } = located
  const fed = Object.keys(schema.fields).flatMap((field) => {
    const place = recognition.fields.get(field)
    return place === undefined ? [] : [{ field, place }]
  })
  const own = fed.filter(({ field, place }) => isOwnName(field, place, headers))
  const others = fed.filter((each) => !own.includes(each))
  const pad = Math.max(0, ...others.map(({ field }) => fieldLabel(field).length))
  return [
    ...others.map(({ field, place }) => `  ${fieldLabel(field).padEnd(pad)} ← ${feed(field, place, headers)}`),
    ...(own.length === 0
      ? []
      : wrap(`By their own names: ${own.map(({ field }) => fieldLabel(field)).join(', ')}.`, width)),
  ]
}

const leftOutLines = ({ located }: Table): readonly string[] => {
  const { leftOut } = located
  const shown = leftOut.slice(0, mostLeftOut).map(({ row, text }) => `row ${row + 1} "${text}"`)
  const left = leftOut.length - shown.length
  return leftOut.length === 0
    ? []
    : [`Left out as totals, footers or repeated headers: ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`]
}

/** Headers that are not read, and what could be done about it. */
export const doubtLines = ({ located, schema }: Table): readonly string[] => {
  const { fields, conflicts, open, suggestions, unknown } = located.recognition
  const read = new Set([...fields.values()].flatMap((place) => headersOf(place, located.headers)))
  const near = suggestions.filter(({ header }) => !read.has(header))
  const ofStages =
    schema.name === 'deals' ? stageColumns(located.headers).map(({ column }) => located.headers[column] ?? '') : []
  const rest = unknown.filter(
    (header) => !read.has(header) && !ofStages.includes(header) && near.every((each) => each.header !== header),
  )
  const accounted = new Set([...read, ...unknown, ...open.keys(), ...[...conflicts.values()].flat()])
  const passedOver = located.headers.filter((header) => header !== '' && !accounted.has(header))
  return [
    ...(ofStages.length === 0 ? [] : [`Changes of stage, where no StageHistory is given: ${quoted(ofStages)}.`]),
    ...near.map(
      ({ header, field }) =>
        `"${header}" is nearly ${fieldLabel(field)} and is not read. If it is that: --map "${schema.name}.${field}=${header}".`,
    ),
    ...[...open].flatMap(([header, meanings]) =>
      read.has(header)
        ? []
        : [
            `"${header}" means ${meanings.map(fieldLabel).join(' or ')} in different systems and is not read. Say which: --map "${schema.name}.${meanings[0] ?? ''}=${header}".`,
          ],
    ),
    ...(passedOver.length === 0 ? [] : [`Known, but another column is read instead: ${quoted(passedOver)}.`]),
    ...(rest.length === 0 ? [] : [`Not known and not read: ${quoted(rest)}.`]),
  ]
}

/** What a range was recognised as, what feeds it, and what of it is not read. */
export const rangeLines = (table: Table, width: number | null): readonly string[] => {
  const { schema, located, rows, headerRow } = table
  const source = located.recognition.source
  return [
    `${schema.title}, from ${sourceTitles[source]}; header in row ${headerRow}; ${count(rows, 'row')} read.`,
    ...fieldLines(table, width),
    ...leftOutLines(table),
    ...doubtLines(table),
  ]
}
