import { Button } from '@fluentui/react-components'
import { fire } from './fire.ts'
import { useGo } from './navigation.ts'
import { ProgressCard } from './progress-card.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'

/** The first thing that somebody sees: what this is, and two ways to begin. */
export const WelcomeCard = () => {
  const session = useSession()
  const { memory, sample } = useSessionState()
  const go = useGo()
  if (sample.at === 'adding')
    return <ProgressCard title="Adding the sample" progress={sample.progress} onCancel={session.cancel} />
  if (sample.at === 'failed')
    return (
      <TroubleNote trouble={sample.trouble}>
        <Button size="small" onClick={() => fire(session.addSample())}>
          Try again
        </Button>
      </TroubleNote>
    )
  if (memory.welcomed) return null
  const useOwn = (): void => {
    fire(session.welcome(true))
    go('data')
  }
  return (
    <section className="spm-card" aria-label="Welcome">
      <h3>From your tables to the next meeting</h3>
      <p>
        SPM builds meeting packs from the sales tables in this workbook. Your data stays in this file: nothing is sent
        anywhere, and there is no sign-in.
      </p>
      <div className="spm-stack">
        {session.hasSample && (
          <Button className="spm-wide" appearance="primary" onClick={() => fire(session.addSample())}>
            Try with sample data
          </Button>
        )}
        <Button className="spm-wide" appearance={session.hasSample ? 'secondary' : 'primary'} onClick={useOwn}>
          Use my tables
        </Button>
        <Button className="spm-wide" appearance="transparent" onClick={() => fire(session.welcome(true))}>
          Skip
        </Button>
      </div>
    </section>
  )
}
