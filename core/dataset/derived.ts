import { SpmError } from '../errors.ts'
import type { Dataset } from './dataset.ts'
import type { Finding } from './findings.ts'
import type { AnyColumn } from './schema.ts'
import type { Table } from './table.ts'
import { tableNames, type TableName } from './tables/index.ts'

/** A column that another one was worked out from, as it was. */
interface Use {
  readonly name: TableName
  readonly field: string
  /** Whether it was read from the range, or worked out in its turn. */
  readonly isRead: boolean
  readonly column: AnyColumn | null
}

/** A column as metrics see it, with all that it was worked out from and what was noted on the way. */
interface Derived {
  readonly column: AnyColumn | null
  readonly uses: Use[]
  readonly notes: Finding[]
}

type Derive = (table: Table) => AnyColumn | null

/**
 * The columns of a dataset as they were worked out, each once. One that was worked out before, from columns that are the
 * same still, is kept: so an edit renews what depends on it and nothing else.
 */
export class DerivedColumns {
  private readonly known = new Map<string, Derived>()
  /** Columns that are being worked out, the innermost last. */
  private readonly open: Derived[] = []

  /** @param earlier those of a dataset that differs in records of its tables alone */
  constructor(private readonly earlier: ReadonlyMap<string, Derived> | null) {}

  /** What a later dataset may keep. */
  get all(): ReadonlyMap<string, Derived> {
    return this.known
  }

  of(data: Dataset, name: TableName, field: string, key: string, derive: Derive): AnyColumn | null {
    const found = this.known.get(key) ?? this.kept(data, key) ?? this.worked(data, name, derive)
    this.known.set(key, found)
    this.open.at(-1)?.uses.push({ name, field, isRead: false, column: found.column })
    return found.column
  }

  /** Belongs to the columns that are being worked out just now. */
  note(finding: Finding): void {
    for (const each of this.open) each.notes.push(finding)
  }

  private worked(data: Dataset, name: TableName, derive: Derive): Derived {
    const table = data.table(name)
    if (table === null) return { column: null, uses: [], notes: [] }
    const work = { uses: new Array<Use>(), notes: new Array<Finding>() }
    const read: Table['read'] = (field) => {
      const column = table.read(field)
      work.uses.push({ name, field, isRead: true, column })
      return column
    }
    this.open.push({ column: null, ...work })
    try {
      return { column: derive({ ...table, read }), ...work }
    } finally {
      this.open.pop()
    }
  }

  private kept(data: Dataset, key: string): Derived | null {
    const before = this.earlier?.get(key)
    if (before === undefined || before.uses.length === 0) return null
    const isSame = ({ name, field, isRead, column }: Use): boolean =>
      (isRead ? (data.table(name)?.read(field) ?? null) : data.anyColumn(name, field)) === column
    try {
      if (!before.uses.every(isSame)) return null
    } catch (error) {
      // What cannot be read any more says so when it is worked out.
      if (error instanceof SpmError) return null
      throw error
    }
    before.notes.forEach(data.note)
    return before
  }
}

interface Origin {
  readonly columns: DerivedColumns
  readonly tables: ReadonlyMap<TableName, Table>
}

const origins = new WeakMap<Dataset, Origin>()

/** Remembers what a dataset was opened from, for one that comes after it. */
export const tellOrigin = (data: Dataset, columns: DerivedColumns, tables: Origin['tables']): Dataset => {
  origins.set(data, { columns, tables })
  return data
}

/** Tables that say what the cells of others mean. */
const references: readonly TableName[] = ['people', 'stages', 'fx', 'calendar']

/** The columns of these tables, with those of an earlier dataset if its tables stood where these stand and mean the same. */
export const derivedAfter = (earlier: Dataset | null, tables: Origin['tables']): DerivedColumns => {
  const origin = earlier === null ? undefined : origins.get(earlier)
  const isSame = (name: TableName): boolean => {
    const [was, is] = [origin?.tables.get(name), tables.get(name)]
    return references.includes(name) ? was === is : was?.located === is?.located
  }
  return new DerivedColumns(origin !== undefined && tableNames.every(isSame) ? origin.columns.all : null)
}
