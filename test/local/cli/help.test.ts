import { describe, expect, test } from '@jest/globals'
import { metrics } from '#core/metrics/index'
import { spm, spmOn } from './in-process.ts'

describe('spm help', () => {
  test.each([[[]], [['help']], [['--help']], [['-h']]])(
    '%j shows every command, metric and exit code',
    async (argv) => {
      const { code, out, err } = await spm(...argv)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      for (const command of ['pack TEAM', 'metric NAME', 'check', 'explain NAME', 'start'])
        expect(out).toContain(`spm ${command}`)
      for (const { name } of metrics) expect(out).toMatch(new RegExp(`^    ${name} `, 'm'))
      for (const exit of ['0 ', '1 ', '2 ', '3 ', '130']) expect(out).toContain(`\n  ${exit}`)
    },
  )

  test.each([[['help', 'pack']], [['pack', '--help']], [['pack', 'TEAM', 'x.csv', '-h']]])(
    '%j shows the options of the command',
    async (argv) => {
      const { out } = await spm(...argv)
      expect(out).toContain('spm pack TEAM FILE…')
      expect(out).toContain('--scope SCOPE')
      expect(out).not.toContain('--json')
    },
  )

  test.each([[['help', 'win_rate']], [['metric', 'WIN_RATE', '--help']], [['explain', 'win-rate']]])(
    '%j explains the metric',
    async (argv) => {
      const { code, out } = await spm(...argv)
      expect(code).toBe(0)
      expect(out).toContain('WIN_RATE: Win rate\n')
      expect(out).toContain('Computed: won ÷ (won + lost)')
      expect(out).toMatch(/ {2}--unit\n {6}count or value; left out: count\n {6}Whether each deal counts once/)
      expect(out).toContain('Opportunities: needs Status')
      expect(out).toContain('Win rate (percent)')
      expect(out).toContain('spm metric WIN_RATE deals.csv --as-of 2024-03-31 --min-amount 1\n')
      expect(out).toMatch(/\| +3 \| +1 \| +0\.75 \| +4 \|/)
      expect(out).not.toMatch(/```|\]\(|^#/m)
    },
  )

  test.each(metrics.map(({ name }) => name))('%s can be explained', async (name) => {
    expect(await spm('explain', name)).toMatchObject({ code: 0, err: '' })
  })

  test('glossary tells what the words mean, explain what one of them does', async () => {
    const { code, out } = await spm('help', 'glossary')
    expect(code).toBe(0)
    expect(out).toContain('Target, Quota, Goal\n  What a person, a team or all are to reach in a period')
    expect(out).toContain(
      'Win rate\n  The share of closed deals that were won.\n  Metric WIN_RATE: spm explain WIN_RATE\n',
    )
    expect(await spm('explain', 'quota')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Target, Quota, Goal\n/),
    })
    expect((await spm('explain', 'forecast', 'category')).out).toMatch(/^Forecast category\n/)
    expect((await spm('explain', 'pipeline')).out).toMatch(/^PIPELINE: Open pipeline\n/)
  })

  test('keeps explanations within a terminal, tables aside', async () => {
    const { out } = await spmOn({ width: 60 }, 'explain', 'WIN_RATE')
    const [prose = ''] = out.split('\nExamples\n')
    expect(Math.max(...prose.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  test('--version shows the version of the package', async () => {
    expect((await spm('--version')).out).toMatch(/^spm \d+\.\d+\.\d+\n$/)
    expect((await spm('metric', '-v')).out).toMatch(/^spm /)
  })
})

describe('what is not known', () => {
  test.each([
    [['metrc'], 'There is no command "metrc". Did you mean "metric"?'],
    [['pipeline'], 'There is no command "pipeline". Did you mean: spm metric PIPELINE?'],
    [['xyzzy'], 'There is no command "xyzzy". Commands are: pack, metric,'],
    [['metric'], 'Name a metric'],
    [['metric', 'PIPLINE'], 'There is no metric "PIPLINE". Did you mean PIPELINE?'],
    [['explain'], 'Name a metric'],
    [['explain', 'NOTHING_LIKE_IT'], 'spm help lists them all'],
    [['help', 'WINRATE'], 'Did you mean WIN_RATE?'],
    [['check', 'a.csv', '--json'], 'spm check has no option --json'],
    [['metric', 'PIPELINE', '--unit', 'count'], 'spm metric PIPELINE has no option --unit'],
    [['metric', 'PIPELINE', '--byy', 'owner'], 'Did you mean --by?'],
    [['start', 'mine.xlsx'], 'to use your own, spm pack TEAM mine.xlsx'],
    [['pack'], 'Name a pack: spm pack TEAM'],
    [['pack', 'TAEM', 'a.csv'], 'There is no pack "TAEM". Did you mean TEAM?'],
    [['pack', 'TEAM', 'a.csv', '--out', 'pack.pdf'], 'A pack is a workbook'],
  ])('%j is the wrong command, and says so in one line', async (argv, sentence) => {
    const { code, out, err } = await spm(...argv)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).toMatch(/^spm: [^\n]+\n$/)
  })
})
