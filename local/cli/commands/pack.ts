import { isoDay } from '#core/cells/day'
import { nearest } from '#core/dataset/nearest'
import { SpmError } from '#core/errors'
import { buildPack, type Pack } from '#core/report/build-pack'
import { carryOver, type LeftOver } from '#core/report/carry-over'
import { packs } from '#core/report/packs/index'
import { readTables } from '../../files/read.ts'
import { checkPlace, saveNew } from '../../files/save.ts'
import { writeWorkbook } from '../../files/write.ts'
import { painter } from '../colour.ts'
import { isSet, valueOf, type OptionValues } from '../command-line.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingsSummary } from '../findings-text.ts'
import { openInputs, readInputs, type Inputs } from '../inputs.ts'
import type { Io } from '../io.ts'
import { withOptions } from '../option-words.ts'
import { startProgress, type Progress } from '../progress.ts'
import { readerNotes } from '../read-sheets.ts'

const mostFigures = 3
const mostUnlocks = 3

const packNames = Object.keys(packs)

const packNamed = (word: string | undefined): string => {
  const name = word?.toUpperCase() ?? ''
  if (packNames.includes(name)) return name
  const near = nearest(name, packNames)
  throw new SpmError(
    'argument',
    word === undefined
      ? `Name a pack: spm pack ${packNames[0] ?? ''} FILE….`
      : `There is no pack "${word}".${near === null ? ` There is: ${packNames.join(', ')}.` : ` Did you mean ${near}?`}`,
  )
}

/** A pack reads every table, so whatever is open about the files must be settled first. */
const refuseOpen = ({ identified, unused }: Inputs): void => {
  const [file] = unused
  if (file !== undefined) throw new SpmError('not-a-table', file.reason)
  const [question] = identified.questions
  if (question !== undefined) throw new SpmError('conflict', question.text)
}

/** A pack is handed on, and says the names of files without their folders. */
const withFileNames = (inputs: Inputs): Inputs => {
  const tables = Object.entries(inputs.identified.tables).map(([table, source]) => [
    table,
    { ...source, name: source.name.replace(/^.*[\\/]/, '') },
  ])
  return { ...inputs, identified: { ...inputs.identified, tables: Object.fromEntries(tables) } }
}

const fileWord = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

/** `out/TEAM-North-2026-11-02.xlsx` */
const defaultPath = ({ report }: Pack): string =>
  `out/${[report.pack, report.scope === null ? '' : fileWord(report.scope), isoDay(report.asOf)].filter(Boolean).join('-')}.xlsx`

/** Where it is, the figures to say aloud, and what would let it say more. */
const summary = ({ report, unlocks }: Pack, path: string, io: Io): string => {
  const paint = painter(io.colour)
  const figures = report.headlines.slice(0, mostFigures)
  const width = Math.max(0, ...figures.map(({ label }) => label.length))
  const more = unlocks.slice(0, mostUnlocks)
  const lines = [
    `${paint('bold', report.title)}: ${path}`,
    ...figures.map(({ label, text }) => `  ${label.padEnd(width)}  ${text}`),
    ...(more.length === 0 ? [] : [paint('dim', 'What would unlock more:')]),
    ...more.map(({ what, parts }) => paint('dim', withOptions(`  ${what}: ${parts.join(', ')}`))),
  ]
  return `${lines.join('\n')}\n`
}

interface Carried {
  readonly instructions: Pack['instructions']
  readonly leftOver: readonly LeftOver[]
}

/** The pack with what people typed into the earlier one that `--carry-from` names. */
const withEarlier = async (pack: Pack, options: OptionValues, io: Io): Promise<Carried> => {
  const path = valueOf(options, 'carry-from')
  if (path === null) return { instructions: pack.instructions, leftOver: [] }
  const sheets = await readTables(path, { inThread: io.inThread })
  const earlier = sheets.flatMap(({ sheet, grid }) =>
    sheet?.startsWith(pack.report.pack) === true ? [{ tab: sheet, cells: grid }] : [],
  )
  if (earlier.length === 0)
    throw new SpmError(
      'argument',
      `${path} is no ${pack.report.pack} pack: none of its tabs begins with "${pack.report.pack}". Let --carry-from name the pack of the last meeting.`,
    )
  return carryOver(pack.report, earlier)
}

const leftOverNote = ({ leftOver }: Carried): string =>
  leftOver.length === 0
    ? ''
    : `Typed into the earlier pack, without a place in this one: ${leftOver.length}. They are listed on its last tab.\n`

interface PackRun {
  readonly name: string
  readonly operands: readonly string[]
  readonly options: OptionValues
  readonly force: boolean
}

const writePack = async ({ name, operands, options, force }: PackRun, io: Io, progress: Progress): Promise<number> => {
  const out = valueOf(options, 'out')
  if (out !== null) await checkPlace(out, force)
  const inputs = await readInputs(operands, options, io, progress)
  refuseOpen(inputs)
  await progress.step(`Working out the pack ${name}`)
  const pack = buildPack({ pack: name, data: openInputs(withFileNames(inputs)), scope: valueOf(options, 'scope') })
  if (!pack.ok) throw new SpmError(pack.code, pack.reason)
  await progress.step('Writing the workbook')
  const path = out ?? defaultPath(pack)
  const carried = await withEarlier(pack, options, io)
  const bytes = await writeWorkbook(carried.instructions, { title: pack.report.title })
  await saveNew(path, bytes, { force })
  io.out(summary(pack, path, io) + leftOverNote(carried))
  if (!isSet(options, 'quiet')) io.err(readerNotes(inputs.sheets) + findingsSummary(pack.findings, io.colour))
  return exitCodes.answered
}

const withProgress = async (request: PackRun, io: Io): Promise<number> => {
  const progress = startProgress(io, isSet(request.options, 'quiet'))
  try {
    return await writePack(request, io, progress)
  } finally {
    progress.end()
  }
}

/** `spm pack TEAM FILE…` */
export const packCommand = async (operands: readonly string[], options: OptionValues, io: Io): Promise<number> => {
  const [word, ...files] = operands
  const out = valueOf(options, 'out')
  if (out !== null && !out.toLowerCase().endsWith('.xlsx'))
    throw new SpmError('argument', `A pack is a workbook: let --out ${out} end in .xlsx.`)
  return await withProgress({ name: packNamed(word), operands: files, options, force: isSet(options, 'force') }, io)
}

/** The team pack of a workbook, over the one that was made of it before. */
export const teamPackOf = async (file: string, options: OptionValues, io: Io): Promise<number> =>
  await withProgress({ name: packNamed('TEAM'), operands: [file], options, force: true }, io)
