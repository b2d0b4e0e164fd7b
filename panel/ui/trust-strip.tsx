import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up'
import type { CheckView, TrustView } from '../session/views.ts'
import { Badge, type Tone } from './badge.tsx'
import { useGo } from './navigation.ts'
import { useSessionState } from './use-session.ts'

const tones: Readonly<Record<TrustView['status'] | CheckView['status'], Tone>> = {
  OK: 'good',
  Watch: 'warn',
  Fix: 'bad',
  Unknown: 'none',
  'No answer': 'none',
}

const Checks = ({ checks }: { readonly checks: readonly CheckView[] }) => (
  <ul className="spm-stack" aria-label="Trust checks">
    {checks.map(({ label, status, text }) => (
      <li key={label} className="spm-tight">
        <span className="spm-spread">
          <span>{label}</span>
          <Badge tone={tones[status]}>{status}</Badge>
        </span>
        <span className="spm-quiet">{text}</span>
      </li>
    ))}
  </ul>
)

const waiting: TrustView = {
  status: 'Unknown',
  sentence: 'Trust is judged once the tables are read.',
  first: '',
  checks: [],
}

/** Whether the numbers can be used: always in view, with the reasons one click away. */
export const TrustStrip = () => {
  const { view } = useSessionState()
  const go = useGo()
  const [open, setOpen] = useState(false)
  const trust = view?.trust ?? waiting
  const { status, sentence, first, checks } = trust
  return (
    <section className="spm-trust" aria-label="Trust">
      {open && (
        <div className="spm-trust-more" id="spm-trust-more" tabIndex={0} role="group" aria-label="Why">
          <p>{sentence}</p>
          {first !== '' && <p>{first}</p>}
          {checks.length > 0 && <Checks checks={checks} />}
          <div className="spm-row">
            <Button
              size="small"
              onClick={() => {
                setOpen(false)
                go('data')
              }}
            >
              Show findings
            </Button>
          </div>
        </div>
      )}
      <button
        type="button"
        className="spm-trust-bar"
        aria-expanded={open}
        aria-controls={open ? 'spm-trust-more' : undefined}
        onClick={() => setOpen(!open)}
      >
        <Badge tone={tones[status]}>{status === 'Unknown' ? 'Trust: not known' : `Trust: ${status}`}</Badge>
        <span>{first === '' ? sentence : first}</span>
        {open ? <ChevronDownRegular aria-hidden /> : <ChevronUpRegular aria-hidden />}
      </button>
    </section>
  )
}
