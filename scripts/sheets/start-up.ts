import vm from 'node:vm'

const runs = 20

/** Milliseconds of processor time that a bare V8 takes to read the script, and to read what stands behind its functions; medians. */
export interface StartUp {
  readonly read: number
  readonly loaded: number
}

const median = (sizes: readonly number[]): number => [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0

const timeOf = (run: () => void): number => {
  const begin = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}

/** Every call of a custom function reads the whole script, so this is what each of them pays. */
export const measureStartUp = (code: string): StartUp => {
  const times = Array.from({ length: runs }, () => {
    const context = vm.createContext(Object.create(null) as vm.Context)
    const read = timeOf(() => vm.runInContext(code, context) as unknown)
    const loaded = timeOf(() => vm.runInContext('spm_()', context) as unknown)
    return { read, loaded: read + loaded }
  })
  return { read: median(times.map(({ read }) => read)), loaded: median(times.map(({ loaded }) => loaded)) }
}
