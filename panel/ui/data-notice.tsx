import { Button } from '@fluentui/react-components'
import { fire } from './fire.ts'
import { Note } from './note.tsx'
import { ProgressCard } from './progress-card.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'

/** Where the reading of the workbook stands, wherever that is not simply done. */
export const DataNotice = () => {
  const session = useSession()
  const { data, changed, view } = useSessionState()
  const again = (words: string) => (
    <Button size="small" onClick={() => fire(session.refresh())}>
      {words}
    </Button>
  )
  switch (data.at) {
    case 'unread':
      return null
    case 'reading':
      return <ProgressCard title="Reading the tables" progress={data.progress} onCancel={session.cancel} />
    case 'cancelled':
      return (
        <Note
          tone="info"
          text={`Reading was cancelled. ${view === null ? 'Nothing is known of the tables yet.' : 'What is shown is from before.'}`}
        >
          {again('Read tables')}
        </Note>
      )
    case 'failed':
      return <TroubleNote trouble={data.trouble}>{again('Read again')}</TroubleNote>
    case 'ready':
      return changed ? (
        <Note tone="info" text="Cells have changed since the tables were read. A pack always reads them anew.">
          {again('Read again')}
        </Note>
      ) : null
  }
}
