import { fieldLabel } from '#core/dataset/header'
import { sourceTitles } from '#core/dataset/sources'
import type { Table } from '#core/dataset/table'
import { tableNames, tables } from '#core/dataset/tables/index'
import { SpmError } from '#core/errors'
import { doubtLines } from '../check-range.ts'
import { painter } from '../colour.ts'
import { isSet, valueOf, type OptionValues } from '../command-line.ts'
import { exitCodes } from '../exit-codes.ts'
import { openInputs, readInputs, type Inputs } from '../inputs.ts'
import type { Io } from '../io.ts'
import { mapFactsOf, type FieldFact, type MapFacts } from '../map-facts.ts'
import { startProgress } from '../progress.ts'
import { readerNotes } from '../read-sheets.ts'
import { saveMaps } from '../save-maps.ts'
import { withOptions } from '../option-words.ts'
import { textTable } from '../text-table.ts'
import { wrap } from '../wrap.ts'

interface Mapped {
  readonly table: Table
  readonly facts: MapFacts
}

const mappedIn = (inputs: Inputs): readonly Mapped[] => {
  const data = openInputs(inputs)
  return tableNames.flatMap((name) => {
    const table = data.table(name)
    return table === null ? [] : [{ table, facts: mapFactsOf(table, inputs.origins) }]
  })
}

const fedBy = ({ columns, constant }: FieldFact): string =>
  constant === null ? columns.map((header) => `"${header}"`).join(', ') : `always '${constant}'`

const tableLines = ({ table, facts }: Mapped, io: Io): readonly string[] => {
  const { title, source, headerRow, hash, fields, missing } = facts
  const rows = fields.map((fact) => [fieldLabel(fact.field), fedBy(fact), fact.how])
  const columns = ['Field', 'Column', 'Known by'].map((label) => ({ label, right: false }))
  const [named] = Object.entries(sourceTitles).flatMap(([key, name]) => (key === source ? [name] : []))
  const lines = [
    `${title}, from ${named ?? source}; header in row ${headerRow}; header hash ${hash}.`,
    ...textTable(columns, rows, io.width === null ? null : io.width - 2),
    ...doubtLines(table),
    ...(missing.length === 0 ? [] : wrap(`Fields without a column: ${missing.map(fieldLabel).join(', ')}.`, io.width)),
  ]
  return [painter(io.colour)('bold', facts.name), ...lines.map((line) => `  ${line}`), '']
}

const openLines = ({ identified }: Inputs): readonly string[] => [
  ...identified.questions.map(({ text }) => withOptions(text)),
  ...identified.unrecognised.map(({ reason }) => withOptions(reason)),
]

const jsonOf = (mapped: readonly Mapped[], { identified }: Inputs): string =>
  JSON.stringify(
    {
      ranges: mapped.map(({ table: { located }, facts: { fields, ...facts } }) => ({
        ...facts,
        fields: fields.map(({ field, columns, constant, how }) => ({ field, columns, constant, how })),
        unknown: located.recognition.unknown,
        suggestions: located.recognition.suggestions,
        conflicts: Object.fromEntries(located.recognition.conflicts),
      })),
      questions: identified.questions,
      unrecognised: identified.unrecognised,
    },
    null,
    2,
  )

const refuseOpen = (mapped: readonly Mapped[], { identified }: Inputs): void => {
  const [question] = identified.questions
  if (question !== undefined) throw new SpmError('conflict', `Nothing is saved. ${question.text}`)
  for (const { table, facts } of mapped)
    for (const [field, headers] of table.located.recognition.conflicts)
      throw new SpmError(
        'conflict',
        `Nothing is saved. "${facts.name}" has ${headers.length} columns for ${facts.table}.${field}: ${headers.map((header) => `"${header}"`).join(', ')}. Say which: --map "${facts.table}.${field}=${headers[0] ?? ''}".`,
      )
}

const save = async (path: string, mapped: readonly Mapped[], inputs: Inputs, io: Io): Promise<void> => {
  refuseOpen(mapped, inputs)
  const saved = await saveMaps(
    path,
    mapped.map(({ facts }) => facts),
  )
  for (const { source, table, hash } of saved)
    io.err(
      `Saved in ${path}: ${source} as ${tables[tableNames.find((name) => name === table) ?? 'deals'].title}, headers ${hash}\n`,
    )
}

/** `spm map FILE…` */
export const mapCommand = async (operands: readonly string[], options: OptionValues, io: Io): Promise<number> => {
  const quiet = isSet(options, 'quiet')
  const progress = startProgress(io, quiet)
  try {
    const inputs = await readInputs(operands, options, io, progress)
    const mapped = mappedIn(inputs)
    const lines = [...mapped.flatMap((each) => tableLines(each, io)), ...openLines(inputs)]
    io.out(isSet(options, 'json') ? `${jsonOf(mapped, inputs)}\n` : `${lines.join('\n').trimEnd()}\n`)
    const path = valueOf(options, 'save')
    if (path !== null) await save(path, mapped, inputs, io)
    if (!quiet) io.err(readerNotes(inputs.sheets))
    return inputs.identified.questions.length + inputs.unused.length > 0 ? exitCodes.noAnswer : exitCodes.answered
  } finally {
    progress.end()
  }
}
