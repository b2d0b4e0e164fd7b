import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { SettingRow } from '../port.ts'
import type { FieldView, TableView, WorkbookView } from '../session/views.ts'
import { Choose } from './choose.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

type Edits = Readonly<Record<string, string>>

/** What the headers alone say, then each header; a constant that the settings have stays to be chosen. */
const optionsOf = ({ mapped, from, suggestion }: FieldView, headers: readonly string[]) => {
  const byHeader = mapped === null && from !== null ? `By header: ${from}` : 'By header'
  const own = mapped !== null && !headers.includes(mapped) ? [{ value: mapped, text: mapped }] : []
  const all = headers.map((header) => ({
    value: header,
    text: header === suggestion ? `${header} (suggested)` : header,
  }))
  return [{ value: '', text: byHeader }, ...own, ...all]
}

const rowsOf = ({ table, range }: TableView, edits: Edits, chosen: string): readonly SettingRow[] => [
  ...Object.entries(edits).map(([field, value]): SettingRow => ({ section: 'map', key: `${table}.${field}`, value })),
  ...(chosen === range?.name ? [] : [{ section: 'tables', key: table, value: chosen } as const]),
]

const FieldChoices = ({
  fields,
  headers,
  edits,
  onEdit,
}: {
  readonly fields: readonly FieldView[]
  readonly headers: readonly string[]
  readonly edits: Edits
  readonly onEdit: (field: string, value: string) => void
}) => (
  <div className="spm-stack">
    {fields.map((view) => (
      <Choose
        key={view.field}
        label={view.level === 'mandatory' ? `${view.label} (needed)` : view.label}
        value={edits[view.field] ?? view.mapped ?? ''}
        options={optionsOf(view, headers)}
        onChange={(value) => onEdit(view.field, value)}
      />
    ))}
  </div>
)

/** Which column feeds which field of a table, and which range is the table; kept in the tab SPM Settings. */
export const MappingForm = ({
  table,
  view,
  onClose,
}: {
  readonly table: TableView
  readonly view: WorkbookView
  readonly onClose: () => void
}) => {
  const session = useSession()
  const [edits, setEdits] = useState<Edits>({})
  const [range, setRange] = useState(table.range?.name ?? '')
  const task = useTask()
  const change = (field: string, value: string): void => setEdits({ ...edits, [field]: value })
  const rows = rowsOf(table, edits, range)
  const main = table.fields.filter(({ level, from }) => level !== 'optional' || from !== null)
  const more = table.fields.filter((field) => !main.includes(field))
  const shared = { headers: table.headers, edits, onEdit: change }
  return (
    <form
      className="spm-stack"
      aria-label={`Mapping of ${table.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (rows.length > 0) task.run(async () => session.save(rows).then(onClose))
      }}
    >
      <Choose
        label="Range"
        value={range}
        options={view.ranges.map(({ name }) => ({ value: name, text: name }))}
        onChange={setRange}
      />
      <FieldChoices fields={main} {...shared} />
      <details>
        <summary>More fields ({more.length})</summary>
        <FieldChoices fields={more} {...shared} />
      </details>
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
      <div className="spm-row">
        <Button type="submit" appearance="primary" disabledFocusable={rows.length === 0 || task.running}>
          Save mapping
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
      <p className="spm-quiet">Mappings are kept in the tab SPM Settings of this workbook.</p>
    </form>
  )
}
