import type { ReactNode } from 'react'
import { Button } from '@fluentui/react-components'
import { fire } from './fire.ts'
import { Note } from './note.tsx'
import { PackResultCard } from './pack-result.tsx'
import { ProgressCard } from './progress-card.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'

const Obstacles = ({ obstacles }: { readonly obstacles: readonly string[] }) =>
  obstacles.length === 0 ? null : (
    <ul className="spm-stack" aria-label="What stands in the way">
      {obstacles.map((obstacle) => (
        <li key={obstacle}>{obstacle}</li>
      ))}
    </ul>
  )

/** What became of a pack that was asked for. */
export const PackOutcome = (): ReactNode => {
  const session = useSession()
  const { pack } = useSessionState()
  const back = (words: string): ReactNode => (
    <Button size="small" onClick={session.closePack}>
      {words}
    </Button>
  )
  switch (pack.at) {
    case 'idle':
      return null
    case 'building':
      return (
        <ProgressCard
          title="Building the pack"
          progress={pack.progress}
          cancelling={pack.cancelling}
          onCancel={session.cancel}
        />
      )
    case 'written':
      return <PackResultCard result={pack.result} onUndo={() => fire(session.undo())} onClose={session.closePack} />
    case 'cancelled':
      return (
        <Note tone="info" text="Cancelled. The workbook is as it was.">
          {back('Choose again')}
        </Note>
      )
    case 'failed':
      return (
        <>
          <TroubleNote trouble={pack.trouble}>{back('Choose again')}</TroubleNote>
          <Obstacles obstacles={pack.obstacles} />
        </>
      )
    case 'undoing':
      return <ProgressCard title="Undoing the run" progress={pack.progress} />
    case 'undone':
      return (
        <Note tone="success" text={`“${pack.title}” was undone. The workbook is as it was before it.`}>
          {back('Build another pack')}
        </Note>
      )
  }
}
