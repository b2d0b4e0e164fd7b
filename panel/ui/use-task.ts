import { useState } from 'react'
import { troubleOf, type Trouble } from '../session/trouble.ts'

/** A short piece of work of one component: whether it runs, what went wrong, and the way to start it. */
export interface Task {
  readonly running: boolean
  readonly trouble: Trouble | null
  /** Whether the last run came to its end. */
  readonly done: boolean
  run(work: () => Promise<void>): void
}

type TaskState = Pick<Task, 'running' | 'trouble' | 'done'>

const idle: TaskState = { running: false, trouble: null, done: false }

export const useTask = (): Task => {
  const [state, setState] = useState(idle)
  return {
    ...state,
    run: (work) => {
      setState({ ...idle, running: true })
      work().then(
        () => setState({ ...idle, done: true }),
        (error: unknown) => setState({ ...idle, trouble: troubleOf(error) }),
      )
    },
  }
}
