import { describe, expect, test } from '@jest/globals'
import { readDirectory } from '#core/dataset/people'
import { isForAll, lowestLevel, readLevels } from '#core/dataset/target-levels'
import { textsOf } from './in-columns.ts'

/** Ole and Pia work for Mia in the North; Rui is the South, and nobody belongs to a team or region called "". */
const people = readDirectory({
  person: textsOf('Mia', 'Ole', 'Pia', 'Rui', 'Sam'),
  manager: textsOf('', 'Mia', 'Mia', '', ''),
  team: textsOf('North', 'North', 'North', 'South', ''),
  region: textsOf('EMEA', 'EMEA', 'EMEA', 'APAC', ''),
  email: null,
  alias: null,
  level: null,
  start: null,
})
const levels = readLevels(people, ['East', ''])
const covered = (owner: string): readonly string[] => [...levels.covers(owner)].sort()

describe('whose sales the owner of a target answers for', () => {
  test('a person: those below; a team or a region, however spelt: its people', () => {
    expect(covered('Mia')).toEqual(['Mia', 'Ole', 'Pia'])
    expect(covered('Ole')).toEqual(['Ole'])
    expect(covered('NORTH')).toEqual(['Mia', 'Ole', 'Pia'])
    expect(covered('apac')).toEqual(['Rui'])
  })

  test('a team that People does not tell has nobody', () => {
    expect(covered('East')).toEqual([])
  })

  test('an owner is a person, a team or a region', () => {
    const kinds = ['Ole', 'north', 'EMEA', 'East', 'Nobody', ''].map((owner) => [
      levels.isTeam(owner),
      levels.isRegion(owner),
    ])
    expect(kinds).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, false],
      [false, false],
      [false, false],
    ])
  })

  test('is in a team: the team itself, and its people', () => {
    expect(['north', 'Ole', 'Rui', 'South'].map((owner) => levels.isIn(owner, 'North'))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(levels.isIn('Ole', 'EMEA')).toBe(true)
    expect(levels.isIn('Ole', 'Nowhere')).toBe(false)
  })

  test('a person with the name of a team is a person', () => {
    const named = readDirectory({
      person: textsOf('North', 'Ole'),
      manager: null,
      team: textsOf('', 'North'),
      region: textsOf('', 'North'),
      email: null,
      alias: null,
      level: null,
      start: null,
    })
    const ofNamed = readLevels(named, [])
    expect([ofNamed.isTeam('North'), ofNamed.isRegion('North')]).toEqual([false, false])
    expect([...ofNamed.covers('North')]).toEqual(['North'])
  })

  test('ALL is everybody', () => {
    expect(['ALL', ' all', 'Allan'].map(isForAll)).toEqual([true, true, false])
  })
})

describe('lowestLevel leaves out who answers for all the people of another owner', () => {
  const lowest = (...owners: readonly string[]): readonly string[] => [...lowestLevel(owners, levels)]

  test('a manager and a team above a person', () => {
    expect(lowest('Mia', 'Ole', 'North', 'Rui')).toEqual(['Ole', 'Rui'])
  })

  test('nobody else', () => {
    expect(lowest('Ole', 'Pia', 'South')).toEqual(['Ole', 'Pia', 'South'])
    expect(lowest('Mia', 'Rui')).toEqual(['Mia', 'Rui'])
  })

  test('of two that answer for the same people the first stays', () => {
    expect(lowest('Mia', 'North')).toEqual(['Mia'])
    expect(lowest('South', 'Rui')).toEqual(['South'])
  })

  test('a team without people is above nobody, and nobody is above it', () => {
    expect(lowest('East', 'Ole')).toEqual(['East', 'Ole'])
  })
})
