import { describe, expect, test } from '@jest/globals'
import { twoTeamsDeals, twoTeamsPeople } from '#core/metrics/examples/two-teams'
import { participants } from '#core/report/participants'
import { table } from '../metrics/ask.ts'
import { open } from './packs.ts'

const data = open({ deals: twoTeamsDeals, people: twoTeamsPeople })
const within = (scope: string): string => participants(data.within(scope))

describe('participants', () => {
  test('are all who own an open deal; nobody leads two teams without a common manager', () => {
    expect(participants(data)).toBe('Number owners: Ole, Pia, Rui and Tea')
  })

  test('a team is led by the lowest manager of all its owners', () => {
    expect(within('North')).toBe('Number owners: Ole and Pia   ·   Leader: Mia')
    expect(within('South')).toBe('Number owners: Rui and Tea')
  })

  test('a seller is led by the manager, a manager leads the own people', () => {
    expect(within('Pia')).toBe('Number owner: Pia   ·   Leader: Mia')
    expect(within('Mia')).toBe('Number owners: Ole and Pia   ·   Leader: Mia')
    expect(within('Tea')).toBe('Number owner: Tea')
  })

  test('a manager who also sells is named once', () => {
    const people = table('Person, Manager', ['Mia', null], ['Ole', 'Mia'])
    const deals = (...owners: readonly string[]) =>
      table('Deal ID, Owner, Stage, Status, Amount', ...owners.map((owner, i) => [`X${i}`, owner, 'Offer', 'open', 1]))
    expect(participants(open({ people, deals: deals('Mia', 'Ole') }))).toBe('Number owner: Ole   ·   Leader: Mia')
    expect(participants(open({ people, deals: deals('Mia') }))).toBe('Number owner: Mia')
  })

  test('with two levels, the lower one leads its own team, the upper one all', () => {
    const people = table(
      'Person, Manager, Team',
      ['Dora', null, null],
      ['Mia', 'Dora', 'North'],
      ['Rui', 'Dora', 'South'],
      ['Ole', 'Mia', 'North'],
      ['Pia', 'Mia', 'North'],
      ['Tea', 'Rui', 'South'],
    )
    const levels = open({ people, deals: twoTeamsDeals })
    expect(participants(levels.within('North'))).toContain('Leader: Mia')
    expect(participants(levels)).toContain('Leader: Dora')
    expect(participants(levels.within('Dora'))).toContain('Leader: Dora')
  })

  test('without People the owners are named, and no leader', () => {
    expect(participants(open({ deals: twoTeamsDeals }))).toBe('Number owners: Ole, Pia, Rui and Tea')
  })

  test('long lists are cut', () => {
    const rows = Array.from({ length: 14 }, (_, i) => [
      `X${i}`,
      `Seller ${String(i).padStart(2, '0')}`,
      'Offer',
      'open',
    ])
    expect(participants(open({ deals: table('Deal ID, Owner, Stage, Status', ...rows) }))).toMatch(
      /Seller 09 and 4 more$/,
    )
  })

  test('without a column of owners there is nothing to say', () => {
    expect(participants(open({ deals: table('Deal ID, Stage, Amount', ['X1', 'Offer', 5]) }))).toBe('')
  })
})
