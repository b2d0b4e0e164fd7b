import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { doubtsIn, writeFormula, type Filled } from '../formula/write-formula.ts'
import type { FunctionView } from '../session/catalogue-view.ts'
import { ArgumentField } from './argument-field.tsx'
import { Examples } from './examples.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession } from './use-session.ts'
import { useTask } from './use-task.ts'

/** Arguments that every function has, or that the workbook has for it, stand behind one more click. */
const isRare = (name: string, type: string): boolean =>
  type === 'table' || name === 'scope' || name === 'settings' || name === 'headers'

/** What a function does, its arguments to fill in, the formula that comes of it, and its examples. */
export const FunctionForm = ({ view }: { readonly view: FunctionView }) => {
  const session = useSession()
  const { facts } = session.port
  const [filled, setFilled] = useState<Filled>({})
  const task = useTask()
  const doubts = doubtsIn(view, filled)
  const isClear = Object.keys(doubts).length === 0
  const fields = (rare: boolean) =>
    view.params
      .filter(({ name, kind }) => isRare(name, kind.type) === rare)
      .map((argument) => (
        <ArgumentField
          key={argument.name}
          argument={argument}
          value={filled[argument.name] ?? ''}
          doubt={doubts[argument.name] ?? null}
          onChange={(value) => setFilled({ ...filled, [argument.name]: value })}
        />
      ))
  const insert = (): void =>
    task.run(() => session.insert(writeFormula(view, filled, { prefix: facts.prefix, separator: ',' })))
  return (
    <div className="spm-stack">
      <p>{view.about}</p>
      <p className="spm-quiet">{view.variant.replaceAll('`', '')}</p>
      {fields(false)}
      <details>
        <summary>Tables, scope and settings</summary>
        <div className="spm-stack">{fields(true)}</div>
      </details>
      <pre className="spm-code" tabIndex={0} aria-label="Formula">
        {writeFormula(view, filled, facts)}
      </pre>
      <div className="spm-row">
        <Button appearance="primary" disabledFocusable={!isClear || task.running} onClick={() => isClear && insert()}>
          Insert into selected cell
        </Button>
        <Button onClick={() => session.port.help(`help/functions.html#${view.name}`)}>Open help</Button>
      </div>
      <p className="spm-quiet" role="status">
        {task.done ? 'Inserted.' : ''}
      </p>
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
      <p className="spm-quiet">Returns: {view.columns.join(', ')}</p>
      <Examples view={view} onUse={setFilled} />
    </div>
  )
}
