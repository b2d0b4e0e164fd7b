import { execFileSync } from 'node:child_process'

/** Whether a program is installed: it ends well when it is called with an option that does nothing. */
export const isInstalled = (program: string, option: string): boolean => {
  try {
    execFileSync(program, [option], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}
