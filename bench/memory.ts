import { readFileSync, writeFileSync } from 'node:fs'

/** Resident memory of this process in MB as the kernel counts it: the collector's heap, native code and buffers alike. */

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('start the benchmark with --expose-gc')
  globalThis.gc()
  globalThis.gc()
}

/** Collects garbage and lets the peak start anew from here; returns what is resident now. */
export const startPeak = (): number => {
  collect()
  writeFileSync('/proc/self/clear_refs', '5')
  return statusOf('VmRSS')
}

export const peak = (): number => statusOf('VmHWM')

const statusOf = (field: string): number => {
  const line = readFileSync('/proc/self/status', 'utf8').match(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm'))
  if (line?.[1] === undefined) throw new Error(`the kernel does not tell ${field}`)
  return Number(line[1]) / 1024
}
