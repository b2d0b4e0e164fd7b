import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { RangeRef } from '../port.ts'
import type { FindingView } from '../session/views.ts'
import { Badge, type Tone } from './badge.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

const levels: Readonly<Record<FindingView['level'], { readonly tone: Tone; readonly word: string }>> = {
  stop: { tone: 'bad', word: 'Fix' },
  warn: { tone: 'warn', word: 'Check' },
  note: { tone: 'none', word: 'Note' },
}

const firstShown = 25

const where = ({ tab, address }: RangeRef): string => `${tab}, ${address}`

const Finding = ({
  finding,
  onShow,
}: {
  readonly finding: FindingView
  readonly onShow: (place: RangeRef) => void
}) => {
  const { level, text, place } = finding
  const { tone, word } = levels[level]
  const inside = (
    <>
      <Badge tone={tone}>{word}</Badge>
      <span className="spm-grow">
        {text}
        {place !== null && <span className="spm-where">{where(place)}</span>}
      </span>
    </>
  )
  if (place === null)
    return (
      <div className="spm-item" data-top>
        {inside}
      </div>
    )
  return (
    <button type="button" className="spm-item" data-top onClick={() => onShow(place)}>
      {inside}
      <ChevronRightRegular aria-hidden />
    </button>
  )
}

/** What is odd about the tables, worst first; a click leads to the cell. */
export const Findings = ({ findings }: { readonly findings: readonly FindingView[] }) => {
  const session = useSession()
  const task = useTask()
  const [all, setAll] = useState(false)
  const shown = all ? findings : findings.slice(0, firstShown)
  return (
    <section className="spm-section" aria-labelledby="spm-findings">
      <h3 id="spm-findings">Findings ({findings.length})</h3>
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
      {findings.length === 0 ? (
        <p className="spm-quiet">Nothing odd was found in the tables.</p>
      ) : (
        <ul className="spm-list">
          {shown.map((finding, i) => (
            <li key={i}>
              <Finding finding={finding} onShow={(place) => task.run(() => session.show(place))} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < findings.length && (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {findings.length}
        </Button>
      )}
    </section>
  )
}
