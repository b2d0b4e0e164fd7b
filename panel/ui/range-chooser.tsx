import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { FoundRange } from '../port.ts'
import type { TableView } from '../session/views.ts'
import { Choose } from './choose.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

/** Says of a range that it is a table that was not recognised by its headers. */
export const RangeChooser = ({
  tables,
  ranges,
}: {
  readonly tables: readonly TableView[]
  readonly ranges: readonly FoundRange[]
}) => {
  const session = useSession()
  const [table, setTable] = useState(tables[0]?.table ?? '')
  const [range, setRange] = useState('')
  const task = useTask()
  const save = (): void => task.run(() => session.save([{ section: 'tables', key: table, value: range }]))
  return (
    <div className="spm-stack">
      <Choose
        label="Table"
        value={table}
        options={tables.map((each) => ({ value: each.table, text: each.title }))}
        hint={tables.find((each) => each.table === table)?.about ?? ''}
        onChange={(value) => setTable(value)}
      />
      <Choose
        label="Range"
        value={range}
        options={[{ value: '', text: 'Choose a range' }, ...ranges.map(({ name }) => ({ value: name, text: name }))]}
        onChange={setRange}
      />
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
      <div className="spm-row">
        <Button size="small" disabledFocusable={range === '' || task.running} onClick={() => range !== '' && save()}>
          Use this range
        </Button>
      </div>
    </div>
  )
}
