import { describe, expect, test } from '@jest/globals'
import { nameKey, readDirectory, type Directory, type PeopleColumns } from '#core/dataset/people'
import { numbersOf, textsOf } from './in-columns.ts'

const columns = (given: Partial<PeopleColumns> & Pick<PeopleColumns, 'person'>): PeopleColumns => ({
  email: null,
  alias: null,
  manager: null,
  team: null,
  region: null,
  level: null,
  start: null,
  ...given,
})

const people = (given: Partial<PeopleColumns> & Pick<PeopleColumns, 'person'>): Directory =>
  readDirectory(columns(given))

/** Pairs of a person and who leads them. */
const led = (...pairs: readonly (readonly [person: string, manager: string])[]): Directory =>
  people({
    person: textsOf(...pairs.map(([person]) => person)),
    manager: textsOf(...pairs.map(([, manager]) => manager)),
  })

test.each([
  ['ANNA  Berg ', 'anna berg'],
  ['Åsa Öberg', 'asa oberg'],
  ['José', 'jose'],
])('nameKey reads %j as %j', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

describe('who is who', () => {
  const directory = people({
    person: textsOf('Anna Berg', 'Ben Dahl', '', 'Anna Berg', 'Cleo'),
    email: textsOf('anna@x.example', '', 'nobody@x.example', 'second@x.example', ''),
    alias: textsOf('A. Berg; AB ;', 'AB;Anna Berg', '', '', ''),
    start: numbersOf(45000, null, 1, 2, 45100),
  })

  test('names are listed once, in their order, without blanks', () => {
    expect(directory.names).toEqual(['Anna Berg', 'Ben Dahl', 'Cleo'])
    expect(directory.known).toBe(true)
  })

  test('every spelling, alias and e-mail stands for the one name', () => {
    for (const spelling of ['anna berg', 'ANNA BERG', 'a. berg', 'ab', 'Anna@X.example'])
      expect(directory.resolve(spelling)).toBe('Anna Berg')
  })

  test('a spelling that two people claim is the first one’s', () => {
    expect(directory.resolve('AB')).toBe('Anna Berg')
    expect(directory.resolve('Ben Dahl')).toBe('Ben Dahl')
  })

  test('what is no spelling of anybody stays as it is, and is not known', () => {
    expect(directory.resolve('Dora')).toBe('Dora')
    expect(['Dora', '', 'second@x.example'].map((name) => directory.isKnown(name))).toEqual([false, false, false])
  })

  test('the first row of a name counts; a start that is blank or of nobody is no number', () => {
    expect(['Anna Berg', 'Ben Dahl', 'Dora'].map((name) => directory.startOf(name))).toEqual([45000, NaN, NaN])
  })
})

describe('who leads whom', () => {
  const directory = led(['Anna', 'cleo'], ['Ben', 'Cleo'], ['Cleo', 'Dora'], ['Dora', ''], ['Eve', 'Somebody else'])

  test('below is a person and everybody under them, at any depth', () => {
    expect([...directory.below('Dora')]).toEqual(['Dora', 'Cleo', 'Anna', 'Ben'])
    expect([...directory.below('Ben')]).toEqual(['Ben'])
    expect([...directory.below('Nobody')]).toEqual(['Nobody'])
    expect([...directory.below('')]).toEqual([''])
  })

  test('managers have one name, whatever the spelling', () => {
    expect(['Anna', 'Cleo', 'Dora', 'Nobody'].map((name) => directory.managerOf(name))).toEqual([
      'Cleo',
      'Dora',
      '',
      '',
    ])
  })

  test('a manager need not be in the list', () => {
    expect([...directory.below('Somebody else')]).toEqual(['Somebody else', 'Eve'])
    expect(['Cleo', 'Anna', '', 'Somebody else'].map((name) => directory.hasReports(name))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('a loop of managers is an error that names it', () => {
    expect(() => led(['A', 'B'], ['B', 'A'])).toThrow('People: A → B → A is a loop of managers.')
    expect(() => led(['A', 'A'])).toThrow('People: A → A is a loop of managers.')
    expect(() => led(['X', 'A'], ['A', 'B'], ['B', 'A'])).toThrow('People: A → B → A is a loop of managers.')
  })
})

describe('who belongs where', () => {
  const directory = people({
    person: textsOf('Anna', 'Ben'),
    team: textsOf('North', ''),
    region: textsOf('', 'Nordics'),
    level: textsOf('manager', 'seller'),
  })

  test('is empty where the table does not say', () => {
    expect(['Anna', 'Ben', 'Dora'].map((name) => directory.teamOf(name))).toEqual(['North', '', ''])
    expect(['Anna', 'Ben', 'Dora'].map((name) => directory.regionOf(name))).toEqual(['', 'Nordics', ''])
    expect(['Anna', 'Ben', 'Dora'].map((name) => directory.levelOf(name))).toEqual(['manager', 'seller', ''])
  })
})

test('without People nobody is known, and every name stands for itself', () => {
  const directory = readDirectory(null)
  expect([directory.known, directory.isKnown('Anna'), directory.names]).toEqual([false, false, []])
  expect([directory.resolve('ANNA'), directory.teamOf('Anna'), directory.managerOf('Anna')]).toEqual(['ANNA', '', ''])
  expect([...directory.below('Anna')]).toEqual(['Anna'])
  expect(directory.startOf('Anna')).toBeNaN()
})
