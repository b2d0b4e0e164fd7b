import { join, relative } from 'node:path'
import { SpmError } from '#core/errors'
import type { OptionValues } from '../command-line.ts'
import { findHome } from '../home.ts'
import type { Io } from '../io.ts'
import { teamPackOf } from './pack.ts'

/** `spm start` */
export const startCommand = async (operands: readonly string[], options: OptionValues, io: Io): Promise<number> => {
  const [extra] = operands
  if (extra !== undefined)
    throw new SpmError('argument', `spm start takes no files: to use your own, spm pack TEAM ${extra}.`)
  const sample = join(findHome().folder, 'samples/sample.xlsx')
  return await teamPackOf(relative('', sample), options, io)
}
