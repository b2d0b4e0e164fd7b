import { isBlank } from '../cells/blank.ts'
import type { Cell } from '../cells/grid.ts'
import { Flags } from './columns.ts'
import { cellAt, troubles, type Cells, type ColumnReader } from './read-column.ts'

const yes = new Set([
  ...['true', 'yes', 'y', '1', 'x', 'done', 'won', 'closed', 'completed'],
  ...['wahr', 'ja', 'vrai', 'oui', 'verdadero', 'sí', 'si', 'tosi', 'kyllä', 'sant', 'sand'],
])
const no = new Set([
  ...['false', 'no', 'n', '0', 'undone', 'open', 'not done'],
  ...['falsch', 'nein', 'faux', 'non', 'falso', 'epätosi', 'ei', 'falskt', 'nej', 'falsk'],
])

/** `null` where the cell says neither yes nor no. */
const flagOf = (cell: Cell | undefined): boolean | null => {
  if (typeof cell === 'boolean') return cell
  const word = typeof cell === 'object' ? '' : String(cell).trim().toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : null
}

export const flagReader = (cells: Cells): ColumnReader<Flags> => {
  const flags = new Uint8Array(cells.rows.length).fill(2)
  const trouble = troubles(cells)
  let filled = 0
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const cell = cellAt(cells, i)
      if (isBlank(cell)) continue
      filled++
      const flag = flagOf(cell)
      if (flag === null) trouble.add(i, cell)
      else flags[i] = flag ? 1 : 0
    }
  }
  const finish = () => ({ column: new Flags(flags), filled, unreadable: trouble.all(), ambiguous: null })
  return { take, finish }
}
