import { encryptedWorkbook, zipBomb } from './hostile-files.ts'

const header = 'Deal ID,Name,Owner,Stage,Amount,Close date,Created'
const rows = ['D1,Pumps,Anna,Demo,100,2026-12-01,2026-09-01', 'D2,Valves,Ben,Won,50,2026-10-01,2026-08-01']
export const deals = [header, ...rows].join('\n')

/** The same deals without one of their columns. */
const without = (column: string): string => {
  const left = header.split(',').indexOf(column)
  const lines = deals.split('\n').map((line) => line.split(',').filter((_, i) => i !== left))
  return lines.map((cells) => cells.join(',')).join('\n')
}

/** The words after `spm` for a pack of a file, or for one answer. */
export const pack = (file: string): readonly string[] => [
  'pack',
  'TEAM',
  file,
  '--out',
  'pack.xlsx',
  '--as-of',
  '2026-11-02',
]
const won = (file: string): readonly string[] => ['metric', 'WON', file, '--out', 'answer.csv']

export interface Mistake {
  readonly name: string
  readonly file: string
  readonly bytes: () => string | Uint8Array
  readonly ask: readonly string[]
  /** Where it is, what is wrong, what to do. */
  readonly says: RegExp
}

/** What a person might hand over by mistake, and the sentence that must come back. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'missing mandatory column',
    file: 'no-amount.csv',
    bytes: () => without('Amount'),
    ask: won('no-amount.csv'),
    says: /"no-amount\.csv" has no column for Amount\. Add it, or name the one that holds it: --map/,
  },
  {
    name: 'deals without status, stage or flags',
    file: 'no-stage.csv',
    bytes: () => without('Stage'),
    ask: won('deals=no-stage.csv'),
    says: /no-stage\.csv.*(Status|Stage).*--map/,
  },
  {
    name: 'the same, not said to be deals',
    file: 'no-stage.csv',
    bytes: () => without('Stage'),
    ask: pack('no-stage.csv'),
    says: /"no-stage\.csv" is no table that is known.*Opportunities, but has no column for Stage.*--map/,
  },
  {
    name: 'two columns for one field',
    file: 'twice.csv',
    bytes: () => deals.replace('Amount', 'Amount,Total amount').replaceAll(/,(100|50),/g, ',$1,$1,'),
    ask: pack('twice.csv'),
    says: /"twice\.csv" has 2 columns for deals\.amount: "Amount" and "Total amount"\. Say which one counts: --map/,
  },
  {
    name: 'text in an amount',
    file: 'text-amount.csv',
    bytes: () => `${deals}\nD3,Mixer,Anna,Demo,tbd,2026-12-01,2026-09-01`,
    ask: pack('text-amount.csv'),
    says: /"text-amount\.csv", row 4, column "Amount": "tbd" is no number.*Correct it, or pass --set unreadable=blank/,
  },
  {
    name: 'impossible date',
    file: 'impossible-date.csv',
    bytes: () => `${deals}\nD3,Mixer,Anna,Demo,5,2026-02-30,2026-01-01`,
    ask: pack('impossible-date.csv'),
    says: /"impossible-date\.csv", row 4, column "Close date": "2026-02-30" is no date.*Correct it, or pass --set unreadable=blank/,
  },
  {
    name: 'empty file',
    file: 'empty.csv',
    bytes: () => '',
    ask: pack('empty.csv'),
    says: /empty\.csv is empty.*Export it again/,
  },
  {
    name: 'encrypted file',
    file: 'secret.xlsx',
    bytes: encryptedWorkbook,
    ask: pack('secret.xlsx'),
    says: /secret\.xlsx is .*password.*: save it as \.xlsx without a password/,
  },
  {
    name: 'zip bomb',
    file: 'bomb.xlsx',
    bytes: zipBomb,
    ask: pack('bomb.xlsx'),
    says: /bomb\.xlsx is too large: it unpacks to \d+ MB.*Save its tabs as \.csv/,
  },
  {
    name: 'merged-header tracker that is no table',
    file: 'tracker.csv',
    bytes: () => 'Q4 sales tracker,,,,\n,North,,South,\n,Plan,Act,Plan,Act\nPumps,12,9,8,7\nValves,3,4,2,2\n',
    ask: pack('tracker.csv'),
    says: /"tracker\.csv" is no table that is known.*Put the headers in one row above the data/,
  },
]
