import { Button } from '@fluentui/react-components'
import type { Unfinished } from '../port.ts'
import { fire } from './fire.ts'
import { Note } from './note.tsx'
import { ProgressCard } from './progress-card.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'

const begun = ({ begun }: Unfinished, locale: string): string => {
  const moment = new Date(begun)
  return Number.isNaN(moment.getTime())
    ? ''
    : ` on ${new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(moment)}`
}

const Found = ({ run, onRestore }: { readonly run: Unfinished; readonly onRestore: () => void }) => {
  const { port } = useSession()
  const { title, tabs } = run
  return (
    <Note
      tone="warning"
      text={
        <>
          Writing “{title}” was broken off{begun(run, port.facts.locale)}, with {tabs.length}{' '}
          {tabs.length === 1 ? 'tab' : 'tabs'} begun. Put the workbook back as it was before you go on.
        </>
      }
    >
      <Button appearance="primary" onClick={onRestore}>
        Put back
      </Button>
    </Note>
  )
}

/** A run that was broken off is settled before anything else. */
export const RecoveryCard = () => {
  const session = useSession()
  const { recovery } = useSessionState()
  const restore = (): void => fire(session.restore())
  switch (recovery.at) {
    case 'none':
      return null
    case 'found':
      return <Found run={recovery.run} onRestore={restore} />
    case 'restoring':
      return <ProgressCard title="Putting the workbook back" progress={recovery.progress} />
    case 'restored':
      return (
        <Note tone="success" text={<>The workbook is as it was before “{recovery.run.title}” was broken off.</>}>
          <Button size="small" onClick={session.closeRecovery}>
            Close
          </Button>
        </Note>
      )
    case 'failed':
      return (
        <TroubleNote trouble={recovery.trouble}>
          <Button size="small" onClick={restore}>
            Put back again
          </Button>
        </TroubleNote>
      )
  }
}
