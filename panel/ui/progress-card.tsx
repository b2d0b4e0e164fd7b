import { Button, ProgressBar } from '@fluentui/react-components'
import type { Progress } from '../session/state.ts'

/** Work that is running: what is being done, how far it is, and the way to stop it. */
export const ProgressCard = ({
  title,
  progress,
  onCancel,
  cancelling = false,
}: {
  readonly title: string
  readonly progress: Progress
  readonly onCancel?: () => void
  readonly cancelling?: boolean
}) => {
  const percent = Math.round(progress.done * 100)
  return (
    <section className="spm-card" aria-label={title}>
      <div className="spm-spread">
        <h3>{title}</h3>
        <span className="spm-quiet">{percent}%</span>
      </div>
      <ProgressBar value={progress.done} thickness="large" aria-label={title} aria-valuetext={`${percent}%`} />
      <p className="spm-quiet">{cancelling ? 'Cancelling, and putting back what was changed' : progress.doing}</p>
      {onCancel !== undefined && (
        <div className="spm-row">
          <Button onClick={onCancel} disabledFocusable={cancelling}>
            Cancel
          </Button>
        </div>
      )}
    </section>
  )
}
