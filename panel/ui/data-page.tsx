import { Button } from '@fluentui/react-components'
import { DataNotice } from './data-notice.tsx'
import { Findings } from './findings.tsx'
import { fire } from './fire.ts'
import { OfferedRange } from './offered-range.tsx'
import { Questions } from './questions.tsx'
import { TableList } from './table-list.tsx'
import { useSession, useSessionState } from './use-session.ts'

const Unrecognised = ({
  ranges,
}: {
  readonly ranges: readonly { readonly name: string; readonly reason: string }[]
}) =>
  ranges.length === 0 ? null : (
    <details>
      <summary>Not used ({ranges.length})</summary>
      <ul className="spm-stack">
        {ranges.map(({ name, reason }) => (
          <li key={name} className="spm-quiet">
            {reason}
          </li>
        ))}
      </ul>
    </details>
  )

/** The tables of the workbook, what is odd about them, and who decides which is which. */
export const DataPage = () => {
  const session = useSession()
  const { view, data } = useSessionState()
  return (
    <>
      <div className="spm-head">
        <h2>Tables and findings</h2>
        <p>What was recognised, from which columns, and which cells to look at.</p>
      </div>
      <DataNotice />
      <div className="spm-row">
        <Button size="small" disabledFocusable={data.at === 'reading'} onClick={() => fire(session.refresh())}>
          Read tables again
        </Button>
        <Button size="small" onClick={() => fire(session.offerSelection())}>
          Use selected range
        </Button>
      </div>
      <OfferedRange />
      {view !== null && (
        <>
          <Questions questions={view.questions} />
          <TableList view={view} />
          <Unrecognised ranges={view.unrecognised} />
          <Findings findings={view.findings} />
        </>
      )}
    </>
  )
}
