import { Button } from '@fluentui/react-components'
import type { WritePlan } from '../port.ts'
import { Badge } from './badge.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSessionState } from './use-session.ts'

const summaryOf = ({ tabs }: WritePlan): string => {
  const fresh = tabs.filter(({ state }) => state === 'new').length
  const again = tabs.length - fresh
  const parts = [fresh > 0 ? `${fresh} new` : '', again > 0 ? `${again} rewritten` : ''].filter((part) => part !== '')
  return `${tabs.length} tabs to be written: ${parts.join(', ')}`
}

const Tabs = ({ plan }: { readonly plan: WritePlan }) => (
  <>
    <ul className="spm-stack">
      {plan.tabs.map(({ tab, state }) => (
        <li key={tab} className="spm-spread">
          <span className="spm-wrap">{tab}</span>
          <Badge tone={state === 'new' ? 'good' : 'none'}>{state === 'new' ? 'New' : 'Rewritten'}</Badge>
        </li>
      ))}
    </ul>
    <p className="spm-quiet">What was typed into yellow cells is kept. Tabs that SPM did not write are not touched.</p>
    {plan.leftOver.length > 0 && (
      <p className="spm-quiet">Of the pack before, these tabs stay as they are: {plan.leftOver.join(', ')}.</p>
    )}
  </>
)

/** Which tabs would be written, before anything is. */
export const PlanPreview = ({ onAsk }: { readonly onAsk: () => void }) => {
  const { plan } = useSessionState()
  switch (plan.at) {
    case 'none':
      return (
        <div className="spm-row">
          <Button size="small" onClick={onAsk}>
            Preview tabs
          </Button>
        </div>
      )
    case 'planning':
      return <p className="spm-quiet">Working out which tabs will be written …</p>
    case 'failed':
      return (
        <TroubleNote trouble={plan.trouble}>
          <Button size="small" onClick={onAsk}>
            Preview again
          </Button>
        </TroubleNote>
      )
    case 'planned':
      return (
        <>
          <details>
            <summary>{summaryOf(plan.plan)}</summary>
            <div className="spm-stack">
              <Tabs plan={plan.plan} />
            </div>
          </details>
          {plan.plan.obstacles.map((obstacle) => (
            <p key={obstacle} className="spm-quiet" role="alert">
              {obstacle}
            </p>
          ))}
        </>
      )
  }
}
