import { describe, expect, test } from '@jest/globals'
import { metrics } from '#core/metrics/index'
import { isSet, readCommandLine, readOptions, valueOf } from '#local/cli/command-line'
import { metricOptions, sharedOptions, type Option } from '#local/cli/options'

const known: readonly Option[] = [
  { name: 'min-amount', value: 'NUMBER', commands: ['metric'], about: '' },
  { name: 'by', value: 'BY', commands: ['metric'], about: '' },
  { name: 'strict', value: null, commands: ['metric'], about: '' },
  { name: 'map', value: 'FIELD', many: true, commands: ['metric'], about: '' },
]

const read = (...argv: readonly string[]) => {
  const { operands, options } = readCommandLine(argv, known)
  return { operands, values: readOptions(options, known, 'spm metric X') }
}

describe('the command line', () => {
  test.each([['--min-amount=5'], ['--min_amount=5'], ['--Min_Amount=5']])('%s is one and the same option', (typed) => {
    expect(valueOf(read(typed).values, 'min-amount')).toBe('5')
  })

  test('values keep their case, dashes, underscores and equals signs', () => {
    expect(valueOf(read('--by', 'Deal_Owner=A-B').values, 'by')).toBe('Deal_Owner=A-B')
  })

  test('a value may be a negative number', () => {
    expect(valueOf(read('--min-amount', '-5').values, 'min-amount')).toBe('-5')
  })

  test('options may stand before and between operands', () => {
    const { operands, values } = read('--by', 'owner', 'metric', '--strict', 'PIPELINE', 'a.csv')
    expect(operands).toEqual(['metric', 'PIPELINE', 'a.csv'])
    expect(isSet(values, 'strict')).toBe(true)
  })

  test('after -- everything is an operand', () => {
    expect(read('--', '--by_owner').operands).toEqual(['--by_owner'])
  })

  test('what may be given several times keeps its order', () => {
    expect(read('--map', 'a=1', '--map', 'b=2').values.get('map')).toEqual(['a=1', 'b=2'])
  })

  test.each([
    [['--by'], '--by needs a value: --by BY.'],
    [['--by', '--strict'], '--by needs a value. If its value begins with dashes: --by=--strict.'],
    [['--by', 'a', '--by', 'b'], '--by is given twice: give it once.'],
    [['--bi', 'a'], 'spm metric X has no option --bi. Did you mean --by?'],
    [['--min-amont', '1'], 'spm metric X has no option --min-amont. Did you mean --min-amount?'],
    [['--colour-of-the-sky'], 'spm metric X has no option --colour-of-the-sky. See: spm help X'],
    [['-x'], 'spm metric X has no option -x. See: spm help X'],
  ])('%j is refused', (argv, sentence) => {
    expect(() => read(...argv)).toThrow(sentence)
  })

  test('a flag takes true and false, and nothing else', () => {
    expect(isSet(read('--strict=false').values, 'strict')).toBe(false)
    expect(() => isSet(read('--strict=maybe').values, 'strict')).toThrow('--strict takes no value.')
  })
})

describe('the options of all metrics', () => {
  const all = [...sharedOptions, ...metrics.flatMap(metricOptions)]

  test.each([...new Set(all.map(({ name }) => name))])('--%s takes a value everywhere or nowhere', (name) => {
    const kinds = new Set(all.flatMap((option) => (option.name === name ? [option.value === null] : [])))
    expect(kinds.size).toBe(1)
  })
})
