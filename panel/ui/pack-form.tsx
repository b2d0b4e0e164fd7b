import { useEffect, useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { PackChoice } from '../session/memory.ts'
import type { WorkbookView } from '../session/views.ts'
import { AsOfField, isDay } from './as-of-field.tsx'
import { Choose } from './choose.tsx'
import { fire } from './fire.ts'
import { LastRun } from './last-run.tsx'
import { useGo } from './navigation.ts'
import { Note } from './note.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { ScopeField } from './scope-field.tsx'
import { useSession, useSessionState } from './use-session.ts'

/** Opportunities up to which the preview is worked out by itself; above, it takes a noticeable while and is asked for. */
const quickRecords = 20_000

const NoDeals = () => {
  const session = useSession()
  const go = useGo()
  return (
    <Note
      tone="info"
      text="No table of opportunities was found, and every pack begins with one. Put it into a tab with a header row, say which range it is, or look at the sample."
    >
      <Button size="small" onClick={() => go('data')}>
        Choose tables
      </Button>
      {session.hasSample && (
        <Button size="small" onClick={() => fire(session.addSample())}>
          Add sample data
        </Button>
      )}
    </Note>
  )
}

const usePreview = (choice: PackChoice, view: WorkbookView, ready: boolean): void => {
  const session = useSession()
  const { pack, scope, asOf } = choice
  const deals = view.tables.find(({ table }) => table === 'deals')
  const wanted = ready && (deals?.records ?? 0) <= quickRecords
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => fire(session.preview({ pack, scope, asOf })), 250)
    return () => clearTimeout(timer)
  }, [session, wanted, view, pack, scope, asOf])
}

/** Pack, scope and day; which tabs that writes; and the button that writes them. */
export const PackForm = ({ view }: { readonly view: WorkbookView }) => {
  const session = useSession()
  const { memory, catalogue, data } = useSessionState()
  const packs = catalogue?.packs ?? []
  const [choice, setChoice] = useState<PackChoice>(memory.last ?? { pack: packs[0]?.pack ?? '', scope: '', asOf: '' })
  const change = (parts: Partial<PackChoice>): void => setChoice({ ...choice, ...parts })
  const ready = data.at === 'ready' && isDay(choice.asOf)
  const hasDeals = view.tables.some(({ table, range }) => table === 'deals' && range !== null)
  usePreview(choice, view, ready && hasDeals)
  if (!hasDeals) return memory.welcomed ? <NoDeals /> : null
  return (
    <form
      className="spm-card"
      aria-label="Meeting pack"
      onSubmit={(event) => {
        event.preventDefault()
        if (isDay(choice.asOf)) fire(session.build(choice))
      }}
    >
      <Choose
        label="Pack"
        value={choice.pack}
        options={packs.map(({ pack, title }) => ({ value: pack, text: `${title} (${pack})` }))}
        hint={packs.find(({ pack }) => pack === choice.pack)?.about ?? ''}
        onChange={(pack) => change({ pack })}
      />
      <ScopeField value={choice.scope} scopes={view.scopes} onChange={(scope) => change({ scope })} />
      <AsOfField
        value={choice.asOf}
        today={new Date()}
        locale={session.port.facts.locale}
        leftOut={view.asOf}
        onChange={(asOf) => change({ asOf })}
      />
      <PlanPreview onAsk={() => fire(session.preview(choice))} />
      <Button type="submit" className="spm-wide" appearance="primary" size="large" disabledFocusable={!ready}>
        Build meeting pack
      </Button>
      <LastRun />
    </form>
  )
}
