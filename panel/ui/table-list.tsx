import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { FieldView, TableView, WorkbookView } from '../session/views.ts'
import { Badge } from './badge.tsx'
import { Disclosure } from './disclosure.tsx'
import { MappingForm } from './mapping-form.tsx'
import { RangeChooser } from './range-chooser.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

const records = (count: number, locale: string): string =>
  `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? 'record' : 'records'}`

const Fields = ({ fields }: { readonly fields: readonly FieldView[] }) => (
  <dl className="spm-fields">
    {fields.map(({ field, label, from, mapped, suggestion }) => (
      <div key={field}>
        <dt>{label}</dt>
        <dd>
          {from ?? (suggestion === null ? 'No column' : `No column; “${suggestion}” may be it`)}
          {mapped !== null && <span className="spm-quiet"> (set by hand)</span>}
        </dd>
      </div>
    ))}
  </dl>
)

const Known = ({ table, view }: { readonly table: TableView; readonly view: WorkbookView }) => {
  const session = useSession()
  const task = useTask()
  const [editing, setEditing] = useState(false)
  const { range, fields, missing } = table
  if (range === null) return null
  const shown = fields.filter(({ from, level }) => from !== null || level !== 'optional')
  return (
    <div className="spm-stack">
      <p className="spm-quiet">{table.about}</p>
      {missing.length > 0 && <p>No column feeds {missing.join(', ')}; figures that need it have no answer.</p>}
      {editing ? (
        <MappingForm table={table} view={view} onClose={() => setEditing(false)} />
      ) : (
        <>
          <div className="spm-row">
            <Button size="small" onClick={() => setEditing(true)}>
              Edit mapping
            </Button>
            <Button size="small" onClick={() => task.run(() => session.show(range))}>
              Show in workbook
            </Button>
          </div>
          <Fields fields={shown} />
        </>
      )}
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
    </div>
  )
}

const TableItem = ({ table, view }: { readonly table: TableView; readonly view: WorkbookView }) => {
  const { facts } = useSession().port
  const { title, range, missing, records: count } = table
  return (
    <Disclosure
      label={
        <>
          {title}
          <span className="spm-where">{range?.name}</span>
        </>
      }
      badge={
        missing.length > 0 ? (
          <Badge tone="warn">{missing.length} missing</Badge>
        ) : (
          <Badge tone="good">{records(count, facts.locale)}</Badge>
        )
      }
    >
      <Known table={table} view={view} />
    </Disclosure>
  )
}

/** The tables that were found, each with its mapping, then those that could still be named. */
export const TableList = ({ view }: { readonly view: WorkbookView }) => {
  const found = view.tables.filter(({ range }) => range !== null)
  const open = view.tables.filter(({ range }) => range === null)
  return (
    <section className="spm-section" aria-labelledby="spm-tables">
      <h3 id="spm-tables">Tables ({found.length})</h3>
      {found.length === 0 && <p className="spm-quiet">No table was recognised yet.</p>}
      {found.length > 0 && (
        <ul className="spm-list">
          {found.map((table) => (
            <li key={table.table}>
              <TableItem table={table} view={view} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Tables not found ({open.length})</summary>
        <RangeChooser tables={open} ranges={view.ranges} />
      </details>
    </section>
  )
}
