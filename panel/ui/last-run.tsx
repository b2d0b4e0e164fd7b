import { Button } from '@fluentui/react-components'
import { fire } from './fire.ts'
import { useSession, useSessionState } from './use-session.ts'

/** The run before, for as long as it can be taken back. */
export const LastRun = () => {
  const session = useSession()
  const { run } = useSessionState()
  if (run === null || !session.port.facts.canUndo) return null
  return (
    <div className="spm-spread">
      <span className="spm-quiet spm-wrap">Last written: {run.title}</span>
      <Button size="small" onClick={() => fire(session.undo())}>
        Undo last run
      </Button>
    </div>
  )
}
