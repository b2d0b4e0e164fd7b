import { Button } from '@fluentui/react-components'
import type { OpenQuestion } from '../session/views.ts'
import type { SettingRow } from '../port.ts'
import { Note } from './note.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'
import { useTask } from './use-task.ts'

interface Answer {
  readonly words: string
  readonly row: SettingRow
}

/** One range that could be several tables, or several ranges that could be one. */
const answersTo = ({ tables, ranges }: OpenQuestion, titleOf: (table: string) => string): readonly Answer[] =>
  tables.flatMap((table) =>
    ranges.map((range) => ({
      words: tables.length > 1 ? `Use as ${titleOf(table)}` : `Use ${range}`,
      row: { section: 'tables', key: table, value: range },
    })),
  )

const Question = ({ question }: { readonly question: OpenQuestion }) => {
  const session = useSession()
  const { view } = useSessionState()
  const task = useTask()
  const titleOf = (table: string): string => view?.tables.find((each) => each.table === table)?.title ?? table
  const [first = ''] = question.tables
  const text =
    question.tables.length > 1
      ? `“${question.ranges.join(', ')}” could be ${question.tables.map(titleOf).join(' or ')}. Say which it is.`
      : `Several ranges could be ${titleOf(first)}. Say which one counts.`
  return (
    <>
      <Note tone="warning" text={text}>
        {answersTo(question, titleOf).map(({ words, row }) => (
          <Button key={words} size="small" onClick={() => task.run(() => session.save([row]))}>
            {words}
          </Button>
        ))}
      </Note>
      {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
    </>
  )
}

/** What only a person can settle about the tables. */
export const Questions = ({ questions }: { readonly questions: readonly OpenQuestion[] }) =>
  questions.map((question) => <Question key={question.text} question={question} />)
