import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { buildPack } from '#core/report/build-pack'
import type { Instruction } from '#core/report/instructions'
import { newWorkbook } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import type { Exchange } from '../hosts/excel/batch/host.ts'
import { sampleWith } from '../properties/sample-rows.ts'
import { newWork, openAddin } from '../excel-addin/open-addin.ts'
import { calculatorOf } from '../excel-addin/pack-book.ts'

/** The sample's opportunities until there are so many, each with an ID of its own. */
const grown = ([header = [], ...rows]: Grid, count: number): Grid => [
  header,
  ...Array.from({ length: count }, (_, i) => {
    const [id = null, ...rest] = rows[i % rows.length] ?? []
    return i < rows.length ? [id, ...rest] : [`${String(id)}-${Math.floor(i / rows.length)}`, ...rest]
  }),
]

const packOf = (opportunities: number | null): readonly Instruction[] => {
  const data = sampleWith((grid, table) =>
    table === 'deals' && opportunities !== null ? grown(grid, opportunities) : grid,
  )
  const pack = buildPack({ pack: 'TEAM', data, scope: null })
  if (!pack.ok) throw new Error(pack.reason)
  return pack.instructions
}

/** What Excel on the web takes in a request or an answer. */
const mostBytes = 5_000_000

interface Request extends Exchange {
  readonly doing: string
}

const write = async (
  workbook: Workbook,
  run: string,
  instructions: readonly Instruction[],
): Promise<readonly Request[]> => {
  const { host, port } = await openAddin(workbook, { calculate: calculatorOf(instructions) })
  const steps: { readonly from: number; readonly doing: string }[] = []
  const progress = (_: number, doing: string): void => void steps.push({ from: host.exchanges.length, doing })
  await port.write({ run, title: 'Pack', instructions }, { ...newWork(), progress })
  return host.exchanges.map((exchange, i) => ({
    ...exchange,
    doing: steps.filter(({ from }) => from <= i).at(-1)?.doing ?? '',
  }))
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** One line for what is done, with its requests together. */
const tableOf = (title: string, requests: readonly Request[]): string => {
  const steps = [...new Set(requests.map(({ doing }) => doing))].map((doing) => {
    const own = requests.filter((each) => each.doing === doing)
    const sum = (of: (each: Request) => number): number => own.reduce((total, each) => total + of(each), 0)
    const largest = Math.max(...own.map(({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes)))
    return `| ${doing} | ${own.length} | ${sum(({ actions }) => actions)} | ${kilobytes(sum(({ requestBytes }) => requestBytes))} | ${kilobytes(sum(({ responseBytes }) => responseBytes))} | ${kilobytes(largest)} |`
  })
  const header =
    '| step | requests | actions | kB sent | kB received | largest, kB |\n| --- | --: | --: | --: | --: | --: |'
  return `${title}: ${requests.length} requests\n\n${header}\n${steps.join('\n')}\n`
}

describe.each([
  ['the sample', null],
  ['100,000 opportunities', 100_000],
] as const)('the team pack of %s', (what, opportunities) => {
  test('takes at most three requests a tab, the second time too, and none comes near 5 MB', async () => {
    const instructions = packOf(opportunities)
    const tabs = instructions.filter((each) => each.do === 'tab').length
    const workbook = newWorkbook('Opportunities')
    const first = await write(workbook, 'r1', instructions)
    const second = await write(workbook, 'r2', instructions)
    console.log(`${tableOf(`${what}, first time`, first)}\n${tableOf(`${what}, over the earlier pack`, second)}`)
    for (const requests of [first, second]) {
      for (const doing of new Set(requests.map((each) => each.doing)))
        if (doing.startsWith('Writing'))
          expect(requests.filter((each) => each.doing === doing).length).toBeLessThanOrEqual(3)
      expect(requests.length).toBeLessThanOrEqual(3 * tabs)
      const sizes = requests.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes])
      expect(Math.max(...sizes)).toBeLessThan(mostBytes / 2)
    }
  }, 120_000)
})
