import { tables } from '#core/dataset/tables/index'
import type { Example } from '#core/metrics/example'
import { examples } from '#core/metrics/examples/index'
import type { FunctionView } from '../session/catalogue-view.ts'
import type { Filled } from './write-formula.ts'

/** One use of a function, with what it gives. */
export interface ExampleView {
  readonly about: string
  readonly filled: Filled
  /** Headings, then rows; or the sentence that says why there is none. */
  readonly result: Example['result']
}

const tableArgument = (table: keyof typeof tables): string =>
  `${table === 'deals' ? 'Deals' : tables[table].title.replaceAll(' ', '_')}[#All]`

const filledBy = ({ params }: FunctionView, { given, args }: Example): Filled =>
  Object.fromEntries(
    params.flatMap(({ name, kind }) => {
      if (kind.type === 'table') return given[kind.table] === undefined ? [] : [[name, tableArgument(kind.table)]]
      const value = args[name]
      if (typeof value === 'boolean') return [[name, value ? 'TRUE' : 'FALSE']]
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
    }),
  )

/** The examples of a function: the same that its tests run. A chunk of its own, since no other part needs them. */
export const examplesFor = (view: FunctionView): readonly ExampleView[] =>
  (examples[view.name] ?? []).map((example) => ({
    about: example.about,
    filled: filledBy(view, example),
    result: example.result,
  }))
