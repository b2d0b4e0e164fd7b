/** The steps of every deal in order of time, without the ones that lead nowhere new. */
export interface Steps {
  /** Where each deal's steps begin; one more than there are deals. */
  readonly starts: Uint32Array
  readonly places: Int32Array
  /** Moments as fractions of days; -Infinity where a deal came there before anything tells when. */
  readonly moments: Float64Array
}

/** Takes steps in any order; those of one moment keep the order in which they come. */
export class StepList {
  private readonly deals: Uint32Array
  private readonly places: Int32Array
  private readonly moments: Float64Array
  private readonly last: Int32Array
  private count = 0

  constructor(
    private readonly size: number,
    most: number,
  ) {
    this.deals = new Uint32Array(most)
    this.places = new Int32Array(most)
    this.moments = new Float64Array(most)
    this.last = new Int32Array(size).fill(-1)
  }

  add(deal: number, place: number, moment: number): void {
    const step = this.count++
    this.deals[step] = deal
    this.places[step] = place
    this.moments[step] = moment
    const before = this.last[deal] as number
    if (before < 0 || moment >= (this.moments[before] as number)) this.last[deal] = step
  }

  has(deal: number): boolean {
    return (this.last[deal] as number) >= 0
  }

  /** Where the deal's latest step so far led, and when. */
  latest(deal: number): { readonly place: number; readonly moment: number } {
    const step = this.last[deal] as number
    return { place: this.places[step] as number, moment: this.moments[step] as number }
  }

  sorted(): Steps {
    const starts = new Uint32Array(this.size + 1)
    const order = this.orderByDeal(starts)
    const places = new Int32Array(this.count)
    const moments = new Float64Array(this.count)
    let kept = 0
    for (let deal = 0; deal < this.size; deal++) {
      const [from, to] = [starts[deal] as number, starts[deal + 1] as number]
      this.sortByMoment(order, from, to)
      starts[deal] = kept
      for (let i = from; i < to; i++) {
        const step = order[i] as number
        const place = this.places[step] as number
        if (kept > (starts[deal] as number) && places[kept - 1] === place) continue
        places[kept] = place
        moments[kept++] = this.moments[step] as number
      }
    }
    starts[this.size] = kept
    return { starts, places, moments }
  }

  /** Step numbers, those of one deal together; `starts` receives where each deal's begin. */
  private orderByDeal(starts: Uint32Array): Uint32Array {
    for (let i = 0; i < this.count; i++) {
      const next = (this.deals[i] as number) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let deal = 0; deal < this.size; deal++)
      starts[deal + 1] = (starts[deal + 1] as number) + (starts[deal] as number)
    const ends = starts.slice()
    const order = new Uint32Array(this.count)
    for (let i = 0; i < this.count; i++) {
      const deal = this.deals[i] as number
      order[ends[deal] as number] = i
      ends[deal] = (ends[deal] as number) + 1
    }
    return order
  }

  /** Few steps each, and mostly in order already: by insertion. */
  private sortByMoment(order: Uint32Array, from: number, to: number): void {
    for (let i = from + 1; i < to; i++) {
      const step = order[i] as number
      const moment = this.moments[step] as number
      let at = i
      while (at > from && (this.moments[order[at - 1] as number] as number) > moment) {
        order[at] = order[at - 1] as number
        at--
      }
      order[at] = step
    }
  }
}
