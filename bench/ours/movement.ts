import type { Dataset } from '#core/dataset/dataset'
import { stateAt } from '#core/dataset/states'
import { GroupCounts, GroupSums } from '#core/math/sum'
import { movements, type Answers, type Movement } from '../questions.ts'
import { asked } from '../workload/asked.ts'
import { columnOf } from './columns.ts'

type Place = 'earlier' | 'inside' | 'later'

/** (i) over the states of the deals at the two snapshots, found by their codes. */
export const movement = (data: Dataset): Answers['movement'] => {
  const value = columnOf(data, 'snapshots', 'value')
  const worth = (row: number): number => (value.isBlank(row) ? 0 : value.at(row))
  const [before, after] = [rowsAt(data, asked.opening), rowsAt(data, asked.closing)]
  const step = stepsOf(data)
  const tally = tallyOf()
  for (const [code, row0] of before.entries()) {
    const row1 = after[code] ?? -1
    const entry = row0 < 0 && row1 < 0 ? null : step.entry(row0, row1)
    if (entry === null) continue
    const [a0, a1] = [worth(row0 < 0 ? row1 : row0), worth(row1 < 0 ? row0 : row1)]
    tally.add(entry, a0)
    if (a1 !== a0) tally.add(a1 > a0 ? 'Increased' : 'Decreased', a1 - a0)
    tally.add(step.exit(row1), a1)
  }
  return tally.rows()
}

const tallyOf = () => {
  const [counts, sums] = [new GroupCounts(movements.length), new GroupSums(movements.length)]
  return {
    add: (movement: Movement, amount: number): void => {
      counts.add(movements.indexOf(movement))
      sums.add(movements.indexOf(movement), amount)
    },
    rows: (): Answers['movement'] =>
      movements
        .map((movement, i) => ({ movement, count: counts.at(i), value: sums.at(i) }))
        .filter(({ count }) => count > 0),
  }
}

/** The row that tells how each deal stood, by its code; −1 where there is none. */
const rowsAt = (data: Dataset, day: number): Int32Array => {
  const deal_id = columnOf(data, 'snapshots', 'deal_id')
  const rows = new Int32Array(deal_id.labels.length).fill(-1)
  const columns = {
    rows: data.rows('snapshots'),
    snapshot_at: columnOf(data, 'snapshots', 'snapshot_at'),
    deal_id,
    status_text: data.column('snapshots', 'status_text'),
  }
  for (const row of stateAt(columns, day)) rows[deal_id.code(row)] = row
  return rows
}

const stepsOf = (data: Dataset) => {
  const [status, due] = [columnOf(data, 'snapshots', 'status'), columnOf(data, 'snapshots', 'close_date')]
  const { from, to } = asked.window
  const placeOf = (row: number): Place => {
    const day = due.at(row)
    return day < from ? 'earlier' : day < to ? 'inside' : 'later'
  }
  return {
    entry: (row0: number, row1: number): Movement | null => {
      if (row0 >= 0 && status.isOpen(row0) && placeOf(row0) === 'inside') return 'Opening'
      if (row1 < 0 || placeOf(row1) !== 'inside') return null
      if (row0 < 0) return 'New'
      if (!status.isOpen(row0)) return status.at(row0) === status.at(row1) ? null : 'Reopened'
      return placeOf(row0) === 'later' ? 'Pulled in' : 'Pushed in'
    },
    exit: (row1: number): Movement => {
      if (row1 < 0) return 'Removed'
      const place = placeOf(row1)
      if (place !== 'inside') return place === 'later' ? 'Pushed out' : 'Pulled out'
      return status.isWon(row1) ? 'Won' : status.isLost(row1) ? 'Lost' : 'Closing'
    },
  }
}
