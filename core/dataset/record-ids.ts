import { Texts } from './columns.ts'
import type { Trouble } from './findings.ts'
import { cellAt, troubles, type Cells, type ColumnReader, type Reading } from './read-column.ts'
import { textReader } from './read-texts.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const plain = /^[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*$/
const short = 15
const long = 18

/** The three letters that Salesforce adds to an ID of 15: which letters of each five are capitals, as a number. */
const suffixOf = (id: string): string =>
  [0, 5, 10]
    .map((start) => {
      let bits = 0
      for (let i = 0; i < 5; i++) {
        const char = id.charCodeAt(start + i)
        if (char >= 65 && char <= 90) bits |= 1 << i
      }
      return letters.charAt(bits)
    })
    .join('')

const mayBeShort = (id: string): boolean => id.length === short && plain.test(id)
const mayBeLong = (id: string): boolean => id.length === long && plain.test(id)
const isLong = (id: string): boolean => mayBeLong(id) && suffixOf(id) === id.slice(short)

/** A Salesforce user ID is no name, whose case would not matter. */
export const isUserId = (text: string): boolean => text.startsWith('005') && (mayBeShort(text) || isLong(text))

/**
 * What IDs are compared by, capitals and small letters apart. Salesforce writes an ID with 15 characters, or with 18 of
 * which the last three only repeat the case of the others; both are the same. Any other ID is itself.
 */
export const idKey = (id: string): string => (isLong(id) ? id.slice(0, short) : id)

/** The two ways to write an ID, as far as a column has them. */
interface Forms {
  readonly shorts: ReadonlySet<string>
  /** By their first 15 characters. */
  readonly longs: ReadonlyMap<string, string>
}

const formsIn = (labels: readonly string[]): Forms => {
  const shorts = new Set<string>()
  const longs = new Map<string, string>()
  for (const label of labels) {
    if (mayBeShort(label)) shorts.add(label)
    if (mayBeLong(label) && (isLong(label) || !longs.has(label.slice(0, short))))
      longs.set(label.slice(0, short), label)
  }
  return { shorts, longs }
}

/** The ID as the column writes it: with 18 characters where it has that form; a text of another kind is itself. */
const written = (id: string, { shorts, longs }: Forms): string => {
  if (mayBeShort(id)) return longs.get(id) ?? id
  if (!mayBeLong(id)) return id
  const first = id.slice(0, short)
  return isLong(id) || shorts.has(first) ? (longs.get(first) ?? (shorts.has(first) ? first : id)) : id
}

/** A column of IDs: two ways to write one ID are one label, and either way finds it. */
export const asIds = (column: Texts): Texts => {
  const [hasShort, hasLong] = [column.labels.some(mayBeShort), column.labels.some(mayBeLong)]
  if (!hasShort && !hasLong) return column
  let known: Forms | null = null
  const forms = (): Forms => (known ??= formsIn(column.labels))
  const one = hasShort && hasLong ? column.relabel((label) => written(label, forms())) : column
  const isOtherForm = (id: string): boolean => (hasLong && mayBeShort(id)) || (hasShort && mayBeLong(id))
  return new Texts(one.codes, one.labels, (label) => {
    const found = one.find(label)
    return found >= 0 || !isOtherForm(label) ? found : one.find(written(label, forms()))
  })
}

/** Above this a number has lost digits: not every whole number can be told from the next. */
const exact = 2 ** 53

export interface IdReading extends Reading<Texts> {
  /** Cells that are numbers of more digits than a number can hold. */
  readonly lost: Trouble | null
}

export const idReader = (cells: Cells): ColumnReader<Texts, IdReading> => {
  const reader = textReader(cells)
  const lost = troubles(cells)
  return {
    take: (from, to) => {
      reader.take(from, to)
      for (let i = from; i < to; i++) {
        const cell = cellAt(cells, i)
        if (typeof cell === 'number' && Math.abs(cell) > exact) lost.add(i, cell)
      }
    },
    finish: () => {
      const reading = reader.finish()
      return { ...reading, column: asIds(reading.column), lost: lost.all() }
    },
  }
}
