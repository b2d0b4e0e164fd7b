import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { ExampleView } from '../formula/examples.ts'
import { writeFormula, type Filled } from '../formula/write-formula.ts'
import type { FunctionView } from '../session/catalogue-view.ts'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

const mostRows = 6

type Answer = Exclude<ExampleView['result'], { readonly error: string }>

const cellText = (cell: Answer[number][number]): string =>
  cell === null ? '' : typeof cell === 'object' ? cell.fault : String(cell)

/** Columns that hold nothing in any row are left out: a panel is narrow. */
const Result = ({ rows: [headings = [], ...rows] }: { readonly rows: Answer }) => {
  const columns = headings.flatMap((_, i) => (rows.some((row) => cellText(row[i] ?? null) !== '') ? [i] : []))
  return (
    <div className="spm-scroll" tabIndex={0} role="group" aria-label="Result">
      <table className="spm-result">
        <thead>
          <tr>
            {columns.map((i) => (
              <th key={i} scope="col">
                {cellText(headings[i] ?? null)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, r) => (
            <tr key={r}>
              {columns.map((i) => (
                <td key={i}>{cellText(row[i] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Example = ({
  view,
  example: { about, filled, result },
  onUse,
}: {
  readonly view: FunctionView
  readonly example: ExampleView
  readonly onUse: (filled: Filled) => void
}) => {
  const { facts } = useSession().port
  const options = Object.fromEntries(
    view.params.flatMap(({ name, kind }) => (kind.type === 'table' ? [] : [[name, filled[name] ?? '']])),
  )
  return (
    <li className="spm-stack">
      <p>{about}</p>
      <pre className="spm-code" tabIndex={0} aria-label="Formula of the example">
        {writeFormula(view, filled, facts)}
      </pre>
      {'error' in result ? <p className="spm-quiet">No answer: {result.error}</p> : <Result rows={result} />}
      <div className="spm-row">
        <Button size="small" onClick={() => onUse(options)}>
          Use these arguments
        </Button>
      </div>
    </li>
  )
}

/** The examples of a function, fetched when they are asked for. */
export const Examples = ({
  view,
  onUse,
}: {
  readonly view: FunctionView
  readonly onUse: (filled: Filled) => void
}) => {
  const [examples, setExamples] = useState<readonly ExampleView[] | null>(null)
  const task = useTask()
  const load = async (): Promise<void> => {
    const { examplesFor } = await import('../formula/examples.ts')
    setExamples(examplesFor(view))
  }
  if (examples === null)
    return (
      <div className="spm-row">
        <Button size="small" disabledFocusable={task.running} onClick={() => task.run(load)}>
          Show examples
        </Button>
        {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
      </div>
    )
  return (
    <section className="spm-section" aria-label="Examples">
      <h3>Examples</h3>
      <ul className="spm-stack">
        {examples.map((example) => (
          <Example key={example.about} view={view} example={example} onUse={onUse} />
        ))}
      </ul>
    </section>
  )
}
