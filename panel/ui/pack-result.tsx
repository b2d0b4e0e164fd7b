import { Button } from '@fluentui/react-components'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { PackResult } from '../session/state.ts'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

const seconds = (milliseconds: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(milliseconds / 1000)

const Headlines = ({ headlines }: Pick<PackResult, 'headlines'>) => (
  <dl className="spm-figures">
    {headlines.map(({ label, text }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd data-words={text.length > 40 ? '' : undefined}>{text}</dd>
      </div>
    ))}
  </dl>
)

const TabLinks = ({ tabs }: Pick<PackResult, 'tabs'>) => {
  const session = useSession()
  const task = useTask()
  return (
    <>
      <ul className="spm-list" aria-label="Tabs of the pack">
        {tabs.map((tab) => (
          <li key={tab}>
            <button
              type="button"
              className="spm-item"
              onClick={() => task.run(() => session.show({ tab, address: 'A1' }))}
            >
              <span>{tab}</span>
              <ChevronRightRegular aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
    </>
  )
}

/** What the person who asked for a pack wants to know of it, and the way to each of its tabs. */
export const PackResultCard = ({
  result,
  onUndo,
  onClose,
}: {
  readonly result: PackResult
  readonly onUndo: () => void
  readonly onClose: () => void
}) => {
  const { facts } = useSession().port
  const { title, tabs, headlines, milliseconds, unlocks, unplaced, substitutes } = result
  return (
    <section className="spm-stack" aria-label="Result">
      <div className="spm-card">
        <h3>The pack is ready</h3>
        <p>
          {title}: {tabs.length} tabs in {seconds(milliseconds, facts.locale)} s.
        </p>
        <Headlines headlines={headlines} />
        <div className="spm-row">
          <Button onClick={onClose}>Build another pack</Button>
          {facts.canUndo && <Button onClick={onUndo}>Undo this run</Button>}
        </div>
      </div>
      {unplaced > 0 && (
        <p className="spm-quiet">
          {unplaced} typed {unplaced === 1 ? 'text has' : 'texts have'} no place in this pack any more; the last tab
          lists {unplaced === 1 ? 'it' : 'them'}.
        </p>
      )}
      <TabLinks tabs={tabs} />
      {unlocks.length > 0 && (
        <section className="spm-card" aria-label="What would unlock more">
          <h3>What would unlock more</h3>
          <ul className="spm-bullets">
            {unlocks.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      )}
      {substitutes.length > 0 && (
        <p className="spm-quiet">Written otherwise than designed in this program: {substitutes.join(', ')}.</p>
      )}
    </section>
  )
}
