import { isoDay } from '#core/cells/day'
import type { Dataset } from '#core/dataset/dataset'
import { SpmError } from '#core/errors'
import { breakdown } from '#core/metrics/breakdown'
import type { Metric } from '#core/metrics/define'
import type { Args } from '#core/metrics/read-args'
import { runMetric, type Result } from '#core/metrics/run'
import { solve } from '#core/metrics/solve'
import { buildTargets, rollDownWeights, type RollDownWeights } from '#core/report/targets/build-targets'
import { checkPlace, saveNew } from '../../files/save.ts'
import { writeWorkbook } from '../../files/write.ts'
import { answerJson } from '../answer-data.ts'
import { answerLines } from '../answer-text.ts'
import { painter } from '../colour.ts'
import { isSet, valueOf, type OptionValues } from '../command-line.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingsSummary } from '../findings-text.ts'
import { openInputs, readInputs } from '../inputs.ts'
import type { Io } from '../io.ts'
import { startProgress } from '../progress.ts'
import { readerNotes } from '../read-sheets.ts'

interface Asked {
  readonly version: 'plan' | 'current'
  readonly weights: RollDownWeights
  /** The parameter to solve for; `null` where none is. */
  readonly unknown: string | null
}

const oneOf = <T extends string>(option: string, value: string | null, values: readonly T[], leftOut: T): T => {
  if (value === null) return leftOut
  const found = values.find((each) => each === value.toLowerCase())
  if (found !== undefined) return found
  throw new SpmError('argument', `--${option} is "${value}"; it can be ${values.join(' or ')}.`)
}

const readAsked = (options: OptionValues): Asked => {
  const unknown = valueOf(options, 'solve')
  for (const name of ['output', 'goal', 'lower', 'upper', 'save-solution'])
    if (unknown === null && valueOf(options, name) !== null)
      throw new SpmError('argument', `--${name} belongs to --solve: say which parameter is to be solved for.`)
  if (isSet(options, 'save-solution') && valueOf(options, 'out') === null)
    throw new SpmError('argument', '--save-solution writes the value into the workbook that --out names: name one.')
  return {
    version: oneOf('params-version', valueOf(options, 'params-version'), ['current', 'plan'], 'current'),
    weights: oneOf('weights', valueOf(options, 'weights'), rollDownWeights, 'even'),
    unknown,
  }
}

const ask = (metric: Metric, data: Dataset, args: Args): Result => {
  const answer = runMetric(metric, data, args)
  if (!answer.ok) throw new SpmError(answer.code, answer.reason)
  return answer
}

const solutionOf = (data: Dataset, { unknown, version }: Asked, options: OptionValues): Result | null => {
  if (unknown === null) return null
  const given = ['output', 'goal', 'lower', 'upper'].flatMap((name) => {
    const value = valueOf(options, name)
    return value === null ? [] : [[name, value] as const]
  })
  return ask(solve, data, { unknown, params_version: version, ...Object.fromEntries(given) })
}

const short = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value ?? '')

/** What was found, in sentences: the value and what binds, or why there is none and what would help. */
const solutionSentences = ({ rows: [row] }: Result): readonly string[] => {
  if (row === undefined) return []
  const [name, value, binding] = [short(row['unknown']), short(row['value']), short(row['binding'])]
  if (row['found'] === 'yes') return [`${name} = ${value}.${binding === '' ? '' : ` What binds is ${binding}.`}`]
  const levers = short(row['levers'])
  return [
    `There is no ${name} that does; the nearest is ${value}. ${short(row['why'])}`,
    ...(levers === '' ? [] : [`What would help, the strongest first: ${levers}.`]),
  ]
}

const render = (tree: Result, solution: Result | null, data: Dataset, options: OptionValues, io: Io): string => {
  if (isSet(options, 'json')) {
    const parse = (result: Result): unknown => JSON.parse(answerJson(result))
    return `${JSON.stringify({ breakdown: parse(tree), solution: solution === null ? null : parse(solution) }, null, 2)}\n`
  }
  const paint = painter(io.colour)
  const table = answerLines(tree, { currency: '', colour: io.colour, width: io.width })
  const found = solution === null ? [] : ['', paint('bold', 'Solved'), ...solutionSentences(solution)]
  return `${[`Target breakdown · as of ${isoDay(data.asOf)}`, '', ...table, ...found].join('\n')}\n`
}

const savedValue = (solution: Result | null, options: OptionValues) => {
  const row = solution?.rows[0]
  if (!isSet(options, 'save-solution') || row === undefined) return null
  if (row['found'] !== 'yes' || typeof row['value'] !== 'number')
    throw new SpmError('no-answer', 'Nothing was solved, so there is no value to save. Leave --save-solution out.')
  const [parameter = '', segment = ''] = String(row['unknown']).split('.').reverse()
  return { segment, parameter, value: row['value'] }
}

const writeBook = async (
  path: string,
  { version, weights }: Asked,
  solution: Result | null,
  data: Dataset,
  options: OptionValues,
): Promise<void> => {
  const book = buildTargets({ data, version, weights, change: savedValue(solution, options) })
  if (!book.ok) throw new SpmError(book.code, book.reason)
  await saveNew(path, await writeWorkbook(book.instructions, { title: 'Targets' }), { force: isSet(options, 'force') })
}

/** `spm target FILE…` */
export const targetCommand = async (operands: readonly string[], options: OptionValues, io: Io): Promise<number> => {
  const asked = readAsked(options)
  const [out, quiet] = [valueOf(options, 'out'), isSet(options, 'quiet')]
  if (out !== null && !out.toLowerCase().endsWith('.xlsx'))
    throw new SpmError('argument', `Target tabs are a workbook: let --out ${out} end in .xlsx.`)
  if (out !== null) await checkPlace(out, isSet(options, 'force'))
  const progress = startProgress(io, quiet)
  try {
    const inputs = await readInputs(operands, options, io, progress)
    const [question] = inputs.identified.questions.filter(({ tables }) => tables.includes('params'))
    if (question !== undefined) throw new SpmError('conflict', question.text)
    await progress.step('Working out the targets')
    const data = openInputs(inputs)
    const tree = ask(breakdown, data, { params_version: asked.version, segments: true })
    const solution = solutionOf(data, asked, options)
    io.out(render(tree, solution, data, options, io))
    if (out !== null) {
      await writeBook(out, asked, solution, data, options)
      if (!quiet) io.err(`Wrote ${out}\n`)
    }
    if (!quiet) io.err(readerNotes(inputs.sheets) + findingsSummary(tree.findings, io.colour))
    return exitCodes.answered
  } finally {
    progress.end()
  }
}
