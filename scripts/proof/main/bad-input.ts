import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claim, type Outcome } from '../outcome.ts'
import { inTemporaryFolder, spmIn } from '../place.ts'
import { deals, mistakes, pack, type Mistake } from './mistakes.ts'

/** The last line, without the program's name. */
const sentence = (text: string): string => text.trim().split('\n').filter(Boolean).pop() ?? 'nothing is said'

async function* mistake({ name, file, bytes, ask, says }: Mistake, folder: string): AsyncGenerator<Outcome> {
  writeFileSync(join(folder, file), bytes())
  const { code, err } = spmIn(folder, ...ask)
  const isClean = readdirSync(folder).length === 1
  yield claim(
    `bad input, ${name}`,
    code !== 0 && isClean && says.test(err),
    `exit ${code}, ${isClean ? 'nothing written' : 'SOMETHING WRITTEN'}: ${sentence(err)}`,
  )
}

async function* existingOutput(folder: string): AsyncGenerator<Outcome> {
  const [path, out] = [join(folder, 'deals.csv'), join(folder, 'pack.xlsx')]
  writeFileSync(path, deals)
  writeFileSync(out, 'mine')
  const kept = spmIn(folder, ...pack('deals.csv'))
  const isKept = readFileSync(out, 'utf8') === 'mine'
  yield claim(
    'bad input, output exists',
    kept.code !== 0 && isKept && /pack\.xlsx exists: choose another --out, or pass --force/.test(kept.err),
    `exit ${kept.code}, ${isKept ? 'the file is as it was' : 'THE FILE IS CHANGED'}: ${sentence(kept.err)}`,
  )
  const forced = spmIn(folder, ...pack('deals.csv'), '--force')
  const isPack = readFileSync(out).subarray(0, 2).toString() === 'PK'
  yield claim('with --force it is replaced', forced.code === 0 && isPack, `exit ${forced.code}`)
}

/** Each mistake gives its sentence, a non-zero end, and nothing written. */
export async function* badInput(): AsyncGenerator<Outcome> {
  for (const each of mistakes) yield* inTemporaryFolder((folder) => mistake(each, folder))
  yield* inTemporaryFolder(existingOutput)
}
