import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/** What Jest says of some suites, and what they printed. */
export type SuiteReport = z.infer<typeof report> & { readonly printed: string }

/** Runs suites of a project in its folder; `folder` is where the report may be put. */
export const runSuites = (
  project: string,
  folder: string,
  paths: readonly string[],
  env: Readonly<Record<string, string>> = {},
): SuiteReport => {
  const file = join(folder, 'jest.json')
  const jest = join(project, 'node_modules/jest/bin/jest.js')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', jest, '--json', `--outputFile=${file}`, ...paths],
    { cwd: project, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 28 },
  )
  return { ...report.parse(JSON.parse(readFileSync(file, 'utf8'))), printed: `${stdout}\n${stderr}` }
}
