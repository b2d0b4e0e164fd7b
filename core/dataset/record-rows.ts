/** The rows of a grid that are records, by their numbers, ascending. Mostly they follow one another, and take no memory. */
export class RecordRows {
  constructor(
    readonly length: number,
    private readonly first: number,
    /** `null` where the rows follow one another. */
    private readonly picked: Uint32Array | null,
  ) {}

  at(i: number): number {
    return this.picked === null ? this.first + i : (this.picked[i] as number)
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let i = 0; i < this.length; i++) yield this.at(i)
  }
}

/** As many rows as there are, each standing for the same row of a grid. */
export const sameRow = (row: number, length: number): RecordRows =>
  new RecordRows(length, row, new Uint32Array(length).fill(row))

/** The rows from 0 on. */
export const rowsFromTop = (length: number): RecordRows => new RecordRows(length, 0, null)

/** Collects rows as they are met, ascending. */
export class RowCollector {
  private first = 0
  private kept = 0
  private picked: Uint32Array | null = null

  constructor(private readonly most: number) {}

  add(row: number): void {
    if (this.kept === 0) this.first = row
    if (this.picked === null && row !== this.first + this.kept) this.picked = this.soFar()
    if (this.picked !== null) this.picked[this.kept] = row
    this.kept++
  }

  collected(): RecordRows {
    return new RecordRows(this.kept, this.first, this.picked)
  }

  private soFar(): Uint32Array {
    const rows = new Uint32Array(this.most)
    for (let i = 0; i < this.kept; i++) rows[i] = this.first + i
    return rows
  }
}
