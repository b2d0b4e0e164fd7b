/** A running sum that does not lose cents (Neumaier's compensated summation). */
export interface Sum {
  add(value: number): void
  readonly total: number
}

export const createSum = (): Sum => {
  let sum = 0
  let lost = 0
  return {
    add: (value) => {
      const next = sum + value
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
      sum = next
    },
    get total() {
      return sum + lost
    },
  }
}

/** Sums by group; a NaN adds nothing. */
export class GroupSums {
  private readonly sums: Float64Array
  private readonly lost: Float64Array

  constructor(readonly size: number) {
    this.sums = new Float64Array(size)
    this.lost = new Float64Array(size)
  }

  add(group: number, value: number): void {
    if (Number.isNaN(value)) return
    const sum = this.sums[group] as number
    const next = sum + value
    this.lost[group] =
      (this.lost[group] as number) + (Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum)
    this.sums[group] = next
  }

  at(group: number): number {
    return (this.sums[group] as number) + (this.lost[group] as number)
  }

  get total(): number {
    const sum = createSum()
    for (let group = 0; group < this.size; group++) sum.add(this.at(group))
    return sum.total
  }
}

/** Counts by group; a part of one where people share it. */
export class GroupCounts {
  private readonly counts: Float64Array

  constructor(readonly size: number) {
    this.counts = new Float64Array(size)
  }

  add(group: number, part = 1): void {
    this.counts[group] = (this.counts[group] as number) + part
  }

  /** Parts are rounded to a billionth, so that those of one deal are one. */
  at(group: number): number {
    return Math.round((this.counts[group] as number) * 1e9) / 1e9
  }

  get total(): number {
    return this.counts.reduce((total, count) => total + count, 0)
  }
}
