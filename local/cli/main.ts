import { wantsColour } from './colour.ts'
import { exitCodes } from './exit-codes.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'
import { civilDay } from './today.ts'

/** A reader that has seen enough, such as `head`, is no failure. */
const leaveQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCodes.answered)
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  today: civilDay(new Date()),
  colour: wantsColour(process.stdout.isTTY && process.stderr.isTTY, process.env),
  width: process.stdout.isTTY ? process.stdout.columns : null,
  inThread: false,
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveQuietly)
process.exitCode = await run(process.argv.slice(2), io)
