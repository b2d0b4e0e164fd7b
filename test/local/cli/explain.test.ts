import { afterAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { csvOf, newFolder, put, spm } from './in-process.ts'

const folder = newFolder()
const deals = put(folder, 'deals.csv', csvOf(tenDeals))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const explain = (...argv: readonly string[]) => spm('metric', 'EXPLAIN', ...argv, '--csv', '--quiet')

describe('spm metric EXPLAIN', () => {
  /**
   * Counted by sqlite3 over the tab as LibreOffice writes it, with closing = "Closed At", else "Close Date":
   * select count(*) … Team <> 'Helsinki' → 1147; Team = 'Helsinki' and Status not in ('won', 'lost') → 58;
   * closed, but not from 2026-04-01 to 2026-06-30 → 276; closed then → 31, of which 13 won; the first three by row.
   */
  test('accounts for the rows of the sample as SQL counts them', async () => {
    const { out, code } = await explain(
      'samples/sample.xlsx',
      ...['--metric', 'WIN_RATE', '--period', '2026-Q2', '--scope', 'Helsinki', '--rows', '3'],
    )
    expect(code).toBe(0)
    for (const line of [
      'Left out,Opportunities: outside the scope Helsinki,1147,365,',
      'Left out,Opportunities: closing date outside 2026-Q2,276,89,',
      'Left out,Opportunities: not closed,58,31,',
      'Used,Opportunities,31,31,31 deals',
      'Row used,Opportunities: D1562,,,row 563',
      'Row used,Opportunities: D1575,,,row 576',
      'Row used,Opportunities: D1671,,,row 672',
      'Rows used,Opportunities: and 28 more rows,,,',
      `Answer,Win rate,,,${13 / 31}`,
    ])
      expect(out.split(/\r?\n/)).toContain(line)
  }, 60_000)

  test('takes the arguments of the metric that it explains, and no others', async () => {
    expect((await explain(deals, '--metric', 'win-rate', '--unit', 'value')).out).toContain('Argument,unit,,,value')
    const wrong = await explain(deals, '--metric', 'PIPELINE', '--unit', 'value')
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('spm metric EXPLAIN has no option --unit') })
  })

  test('without a metric says how to name one', async () => {
    expect(await explain(deals)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Name the metric to explain: spm metric EXPLAIN deals.csv --metric WIN_RATE.'),
    })
    expect((await explain(deals, '--metric', 'WINRATE')).err).toContain('Did you mean WIN_RATE?')
  })

  test('tells why there is no answer, and ends as if there were one', async () => {
    const { out, code } = await explain(deals, '--metric', 'ATTAINMENT')
    expect(code).toBe(0)
    expect(out).toContain('No answer,"ATTAINMENT needs the table Targets')
  })

  test('has help like a metric', async () => {
    const { out } = await spm('explain', 'EXPLAIN')
    expect(out).toContain('EXPLAIN: Explain\n')
    expect(out).toContain('  --metric')
    expect((await spm('metric', 'EXPLAIN', '--help')).out).toBe(out)
    expect((await spm('help')).out).toContain('EXPLAIN  Explain: spm metric EXPLAIN FILE… --metric NAME')
  })
})
