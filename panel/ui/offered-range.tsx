import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { FoundRange } from '../port.ts'
import { Choose } from './choose.tsx'
import { Note } from './note.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'
import { useTask } from './use-task.ts'

const UseAs = ({ range }: { readonly range: FoundRange }) => {
  const session = useSession()
  const { view } = useSessionState()
  const [table, setTable] = useState('deals')
  const task = useTask()
  const save = async (): Promise<void> => {
    await session.save([{ section: 'tables', key: table, value: range.name }])
    session.closeOffer()
  }
  return (
    <section className="spm-card" aria-label="Use as SPM table">
      <h3>Use “{range.name}” as</h3>
      <p className="spm-quiet">
        {range.tab}, {range.address}
      </p>
      <Choose
        label="Table"
        value={table}
        options={(view?.tables ?? []).map((each) => ({ value: each.table, text: each.title }))}
        hint={view?.tables.find((each) => each.table === table)?.about ?? ''}
        onChange={setTable}
      />
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
      <div className="spm-row">
        <Button appearance="primary" disabledFocusable={task.running} onClick={() => task.run(save)}>
          Use this range
        </Button>
        <Button onClick={session.closeOffer}>Cancel</Button>
      </div>
    </section>
  )
}

/** The range that was selected in the workbook, to be named as one of the tables. */
export const OfferedRange = () => {
  const session = useSession()
  const { offer } = useSessionState()
  switch (offer.at) {
    case 'none':
      return null
    case 'offered':
      return <UseAs key={offer.range.name} range={offer.range} />
    case 'nothing':
      return (
        <Note tone="info" text="Nothing that could be a table is selected. Select a cell of the table, then try again.">
          <Button size="small" onClick={session.closeOffer}>
            Close
          </Button>
        </Note>
      )
    case 'failed':
      return (
        <TroubleNote trouble={offer.trouble}>
          <Button size="small" onClick={session.closeOffer}>
            Close
          </Button>
        </TroubleNote>
      )
  }
}
