import { roomFor, type Codes } from './codes.ts'
import { changedValues, copyOf, type Change, type Values } from './number-room.ts'

/** Typed columns of equal length; a row is an index into them. Reads outside the table are a fault of the caller. */

export interface Column<Self> {
  readonly length: number
  /** The same column, with the given rows only, in their order. */
  pick(rows: Uint32Array): Self
}

/** Numbers, money, shares (as fractions) and days (as serial numbers); a blank is NaN. */
export class Numbers implements Column<Numbers> {
  constructor(readonly values: Values) {}

  get length(): number {
    return this.values.length
  }

  at(row: number): number {
    return this.values[row] as number
  }

  isBlank(row: number): boolean {
    return Number.isNaN(this.values[row])
  }

  pick(rows: Uint32Array): Numbers {
    return new Numbers(copyOf(this.values, rows))
  }

  /** The same column with other values in some rows. */
  changed(changes: readonly Change<number>[]): Numbers {
    return new Numbers(changedValues(this.values, changes))
  }

  /** The same rows with other values. */
  map(change: (value: number, row: number) => number): Numbers {
    const changed = new Float64Array(this.length)
    for (let row = 0; row < changed.length; row++) changed[row] = change(this.at(row), row)
    return new Numbers(changed)
  }

  count(test: (value: number) => boolean): number {
    let count = 0
    for (let row = 0; row < this.length; row++) if (test(this.at(row))) count++
    return count
  }
}

const none: ReadonlyMap<string, number> = new Map()

const mapOf = (labels: readonly string[]): ((label: string) => number) => {
  const codes = new Map(labels.map((label, code) => [label, code]))
  return (label) => codes.get(label) ?? -1
}

/** Texts as codes into a list of distinct labels; code 0 is the blank. */
export class Texts implements Column<Texts> {
  /**
   * @param lookUp the code of a label, -1 where there is none; left out, it is worked out when first asked for
   * @param added labels that `lookUp` does not know
   */
  constructor(
    readonly codes: Codes,
    readonly labels: readonly string[],
    private lookUp?: (label: string) => number,
    private readonly added: ReadonlyMap<string, number> = none,
  ) {}

  get length(): number {
    return this.codes.length
  }

  code(row: number): number {
    return this.codes[row] as number
  }

  at(row: number): string {
    return this.labels[this.code(row)] as string
  }

  isBlank(row: number): boolean {
    return this.code(row) === 0
  }

  label(code: number): string {
    return this.labels[code] as string
  }

  /** The code of a label, -1 where no row can have it. */
  find(label: string): number {
    this.lookUp ??= mapOf(this.labels)
    return this.added.get(label) ?? this.lookUp(label)
  }

  /** The same column with other labels in some rows; labels of which no row is left stay in the list. */
  changed(changes: readonly Change<string>[]): Texts {
    const fresh = [...new Set(changes.map(({ value }) => value))].filter((label) => this.find(label) < 0)
    const labels = fresh.length === 0 ? this.labels : [...this.labels, ...fresh]
    const added =
      fresh.length === 0
        ? this.added
        : new Map([...this.added, ...fresh.map((label, i) => [label, this.labels.length + i] as const)])
    const codes = roomFor(labels.length, this.length)
    codes.set(this.codes)
    const changed = new Texts(codes, labels, this.lookUp, added)
    for (const { row, value } of changes) codes[row] = changed.find(value)
    return changed
  }

  pick(rows: Uint32Array): Texts {
    const picked = roomFor(this.labels.length, rows.length)
    for (let i = 0; i < rows.length; i++) picked[i] = this.code(rows[i] as number)
    return new Texts(picked, this.labels, this.lookUp, this.added)
  }

  /** The same rows under other labels; equal labels become one code. */
  relabel(rename: (label: string) => string): Texts {
    const labels = ['']
    const known = new Map([['', 0]])
    const recode = Uint32Array.from(this.labels, (label, code) => {
      const renamed = code === 0 ? '' : rename(label)
      const found = known.get(renamed)
      if (found !== undefined) return found
      known.set(renamed, labels.length)
      return labels.push(renamed) - 1
    })
    if (recode.every((code, before) => code === before && labels[code] === this.labels[before])) return this
    const codes = roomFor(labels.length, this.length)
    for (let row = 0; row < codes.length; row++) codes[row] = recode[this.code(row)] as number
    return new Texts(codes, labels)
  }
}

/** Yes, no or blank. */
export class Flags implements Column<Flags> {
  /** 0 no, 1 yes, 2 blank. */
  constructor(readonly flags: Uint8Array) {}

  get length(): number {
    return this.flags.length
  }

  isTrue(row: number): boolean {
    return this.flags[row] === 1
  }

  isBlank(row: number): boolean {
    return this.flags[row] === 2
  }

  /** The same column with other flags in some rows. */
  changed(changes: readonly Change<number>[]): Flags {
    const flags = this.flags.slice()
    for (const { row, value } of changes) flags[row] = value
    return new Flags(flags)
  }

  pick(rows: Uint32Array): Flags {
    const picked = new Uint8Array(rows.length)
    for (let i = 0; i < rows.length; i++) picked[i] = this.flags[rows[i] as number] as number
    return new Flags(picked)
  }
}

export const statusNames = ['open', 'won', 'lost', 'onhold'] as const
export type Status = (typeof statusNames)[number]

/** What became of each deal: open, won, lost, or on hold (neither open nor closed). */
export class Statuses implements Column<Statuses> {
  constructor(readonly codes: Uint8Array) {}

  get length(): number {
    return this.codes.length
  }

  at(row: number): Status {
    return statusNames[this.codes[row] as number] as Status
  }

  isOpen(row: number): boolean {
    return this.codes[row] === 0
  }

  isWon(row: number): boolean {
    return this.codes[row] === 1
  }

  isLost(row: number): boolean {
    return this.codes[row] === 2
  }

  isClosed(row: number): boolean {
    const code = this.codes[row]
    return code === 1 || code === 2
  }

  isBlank(): boolean {
    return false
  }

  pick(rows: Uint32Array): Statuses {
    const picked = new Uint8Array(rows.length)
    for (let i = 0; i < rows.length; i++) picked[i] = this.codes[rows[i] as number] as number
    return new Statuses(picked)
  }
}

/** The rows for which a test holds, in order. */
export const rowsWhere = (count: number, test: (row: number) => boolean): Uint32Array => {
  const rows = new Uint32Array(count)
  let kept = 0
  for (let row = 0; row < count; row++) if (test(row)) rows[kept++] = row
  return rows.subarray(0, kept)
}
