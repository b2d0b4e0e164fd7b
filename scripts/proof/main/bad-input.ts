import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claim, type Outcome } from '../outcome.ts'
import { spm, temporaryFolder } from '../place.ts'
import { encryptedWorkbook, zipBomb } from './hostile-files.ts'

const header = 'Deal ID,Name,Owner,Stage,Amount,Close date,Created'
const rows = ['D1,Pumps,Anna,Demo,100,2026-12-01,2026-09-01', 'D2,Valves,Ben,Won,50,2026-10-01,2026-08-01']

/** What a person might hand over by mistake, and a part of the sentence that must come back. */
const cases: readonly { readonly name: string; readonly file: string; readonly bytes: string | Uint8Array; readonly says: RegExp }[] = [
  {
    name: 'missing mandatory column',
    file: 'no-status.csv',
    bytes: 'Deal ID,Name,Owner,Amount\nD1,Pumps,Anna,100\n',
    says: /no-status\.csv/,
  },
  {
    name: 'two columns for one field',
    file: 'twice.csv',
    bytes: `Opportunity ID,Opportunity Name,Stage,Amount,Total Amount,Close Date\nD1,Pumps,Demo,1,2,2026-12-01\n`,
    says: /"Amount" and "Total Amount".*--map/s,
  },
  {
    name: 'text in an amount',
    file: 'text-amount.csv',
    bytes: [header, ...rows, 'D3,Mixer,Anna,Demo,tbd,2026-12-01,2026-09-01'].join('\n'),
    says: /row 4, column "Amount": "tbd" is no number/,
  },
  {
    name: 'impossible date',
    file: 'impossible-date.csv',
    bytes: [header, ...rows, 'D3,Mixer,Anna,Demo,5,2026-02-30,2026-01-01'].join('\n'),
    says: /row 4, column "Close date": "2026-02-30" is no date/,
  },
  { name: 'empty file', file: 'empty.csv', bytes: '', says: /empty\.csv.*empty/s },
  { name: 'encrypted file', file: 'secret.xlsx', bytes: encryptedWorkbook(), says: /secret\.xlsx.*password/s },
  { name: 'zip bomb', file: 'bomb.xlsx', bytes: zipBomb(), says: /bomb\.xlsx/ },
  {
    name: 'merged-header tracker that is no table',
    file: 'tracker.csv',
    bytes: 'Q4 sales tracker,,,,\n,North,,South,\n,Plan,Act,Plan,Act\nPumps,12,9,8,7\nValves,3,4,2,2\n',
    says: /tracker\.csv/,
  },
]

const sentence = (text: string): string => text.trim().split('\n').filter(Boolean).pop() ?? ''

/** Each mistake gives its sentence, a non-zero end, and nothing written. */
export async function* badInput(): AsyncGenerator<Outcome> {
  for (const { name, file, bytes, says } of cases) {
    const folder = temporaryFolder()
    const path = join(folder, file)
    writeFileSync(path, bytes)
    const out = join(folder, 'pack.xlsx')
    const { code, err } = spm('pack', 'TEAM', path, '--out', out)
    const clean = readdirSync(folder).length === 1
    yield claim(`bad input, ${name}`, code !== 0 && clean && says.test(err), `exit ${code}, ${clean ? 'nothing written' : 'SOMETHING WRITTEN'}: ${sentence(err)}`)
  }
  yield* existingOutput()
}

async function* existingOutput(): AsyncGenerator<Outcome> {
  const folder = temporaryFolder()
  const [path, out] = [join(folder, 'deals.csv'), join(folder, 'pack.xlsx')]
  writeFileSync(path, [header, ...rows].join('\n'))
  writeFileSync(out, 'mine')
  const { code, err } = spm('pack', 'TEAM', path, '--out', out, '--as-of', '2026-11-02')
  yield claim('bad input, output exists', code !== 0 && /--force/.test(err), `exit ${code}, ${sentence(err)}`)
  const forced = spm('pack', 'TEAM', path, '--out', out, '--as-of', '2026-11-02', '--force')
  yield claim('with --force it is replaced', forced.code === 0 && existsSync(out), `exit ${forced.code}`)
}
