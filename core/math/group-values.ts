/** Values kept apart by group, for medians and other quantiles; a NaN is not kept. */
export class GroupValues {
  private readonly values: Float64Array
  private readonly groups: Uint32Array
  private kept = 0

  /** `most` is how many values there can be at the most. */
  constructor(
    readonly size: number,
    most: number,
  ) {
    this.values = new Float64Array(most)
    this.groups = new Uint32Array(most)
  }

  add(group: number, value: number): void {
    if (Number.isNaN(value)) return
    this.values[this.kept] = value
    this.groups[this.kept++] = group
  }

  /** The values of each group, in the order in which they came. */
  split(): readonly Float64Array[] {
    const ends = new Uint32Array(this.size + 1)
    for (let i = 0; i < this.kept; i++) {
      const next = (this.groups[i] as number) + 1
      ends[next] = (ends[next] as number) + 1
    }
    for (let group = 0; group < this.size; group++)
      ends[group + 1] = (ends[group + 1] as number) + (ends[group] as number)
    const starts = ends.slice()
    const sorted = new Float64Array(this.kept)
    for (let i = 0; i < this.kept; i++) {
      const group = this.groups[i] as number
      sorted[ends[group] as number] = this.values[i] as number
      ends[group] = (ends[group] as number) + 1
    }
    return Array.from({ length: this.size }, (_, group) => sorted.subarray(starts[group], starts[group + 1]))
  }
}
