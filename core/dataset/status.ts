import { Statuses, type Flags, type Status, type Texts } from './columns.ts'
import { headerKey } from './header.ts'

const codes = { open: 0, won: 1, lost: 2, onhold: 3 } as const
const unknown = 255

const words: Readonly<Record<keyof typeof codes, readonly string[]>> = {
  open: ['open', 'in progress', 'active', 'new', 'offen', 'ouvert', 'abierto', 'avoin', 'öppen', 'åben'],
  won: ['won', 'closed won', 'win', 'gewonnen', 'gagné', 'ganado', 'voitettu', 'vunnen', 'vundet'],
  lost: [
    'lost',
    'closed lost',
    'loss',
    'abandoned',
    'canceled',
    'cancelled',
    'verloren',
    'perdu',
    'perdido',
    'hävitty',
    'förlorad',
    'tabt',
  ],
  onhold: ['on hold', 'onhold', 'paused', 'pausiert'],
}

const byWord = new Map(
  (Object.keys(codes) as (keyof typeof codes)[]).flatMap((status) =>
    words[status].map((word) => [headerKey(word), codes[status]] as const),
  ),
)

/** The code of a status word, 255 where it says nothing. */
export const statusCode = (word: string): number => byWord.get(headerKey(word)) ?? unknown

/** Dynamics 365 numbers its statuses (statecode); a stage that is called `1` is no status. */
const byNumber = new Map<string, number>([
  ['0', codes.open],
  ['1', codes.won],
  ['2', codes.lost],
])

export interface StatusColumns {
  readonly rows: number
  readonly status: Texts | null
  readonly isClosed: Flags | null
  readonly isWon: Flags | null
  readonly isLost: Flags | null
  readonly active: Flags | null
  readonly stage: Texts | null
  /** Only where the Stages table tells stages apart by it. */
  readonly pipeline: Texts | null
  /** What the Stages table says of a stage; `null` where it says nothing. */
  readonly stageType: (stage: string, pipeline: string) => Status | null
}

const byLabel = (column: Texts, codeOfLabel: readonly number[]) => (row: number) =>
  codeOfLabel[column.code(row)] as number

/** The Stages table first, then names that say it, such as `Closed Won`; each stage of each pipeline once. */
const byStage = (stage: Texts, { pipeline, stageType }: StatusColumns): ((row: number) => number) => {
  const codeOf = (label: string, of: string): number => {
    const type = stageType(label, of)
    return type === null ? statusCode(label) : codes[type]
  }
  if (pipeline === null)
    return byLabel(
      stage,
      stage.labels.map((label) => codeOf(label, '')),
    )
  const known = new Map<number, number>()
  return (row) => {
    const pair = stage.code(row) * pipeline.labels.length + pipeline.code(row)
    const code = known.get(pair) ?? codeOf(stage.at(row), pipeline.at(row))
    known.set(pair, code)
    return code
  }
}

const flagStatus = ({ isClosed, isWon, isLost }: StatusColumns, row: number): number => {
  if (isWon?.isTrue(row) === true) return codes.won
  if (isLost?.isTrue(row) === true) return codes.lost
  if (isClosed !== null && !isClosed.isBlank(row)) {
    if (!isClosed.isTrue(row)) return codes.open
    return isWon === null ? unknown : codes.lost
  }
  return unknown
}

const statusCodes = ({ labels }: Texts): readonly number[] =>
  labels.map((label) => byNumber.get(label) ?? statusCode(label))

/** Odoo archives what is lost. */
const archived = (active: Flags) => (row: number) =>
  !active.isBlank(row) && !active.isTrue(row) ? codes.lost : unknown

const fillUnknown = (result: Uint8Array, codeOf: (row: number) => number): void => {
  for (let row = 0; row < result.length; row++) if (result[row] === unknown) result[row] = codeOf(row)
}

/**
 * What became of each deal: the status column, else the won and closed flags, else the stage; what none of them tells is
 * open. The probability never decides it: a stage of 0% may be open.
 */
export const readStatuses = (columns: StatusColumns): Statuses => {
  const { rows, status, isClosed, isWon, isLost, active, stage } = columns
  const result = new Uint8Array(rows).fill(unknown)
  if (status !== null) fillUnknown(result, byLabel(status, statusCodes(status)))
  if (isClosed !== null || isWon !== null || isLost !== null) fillUnknown(result, (row) => flagStatus(columns, row))
  if (active !== null) fillUnknown(result, archived(active))
  if (stage !== null) fillUnknown(result, byStage(stage, columns))
  fillUnknown(result, () => codes.open)
  return new Statuses(result)
}
