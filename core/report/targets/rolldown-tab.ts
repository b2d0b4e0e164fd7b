import { areaAddress, cellAddress, fixed } from '../a1.ts'
import type { Draft } from '../draft.ts'
import type { Content, Instruction } from '../instructions.ts'
import type { Directory } from '../../dataset/people.ts'
import { rollDown } from '../../targets/roll-down.ts'
import type { ParamsTab } from './params-tab.ts'
import { finishTab, startTab, styleHeader, targetTabs } from './target-tabs.ts'

/** One person of the hierarchy, those below right after. */
interface Member {
  readonly name: string
  readonly level: number
  /** Place of the manager in the list; -1 for the whole. */
  readonly above: number
  /** How much of the target of the team: of those below together, where there are any. */
  readonly weight: number
  readonly hasTeam: boolean
  readonly target: number
}

const everybody = 'Everybody'

type WeightOf = (person: string) => number

/** Those whom each person leads, and who is led by nobody. */
const reportsOf = (people: Directory): ReadonlyMap<string, readonly string[]> => {
  const reports = new Map<string, string[]>()
  for (const name of people.names) {
    const manager = people.managerOf(name)
    const key = people.isKnown(manager) ? manager : everybody
    reports.set(key, [...(reports.get(key) ?? []), name])
  }
  return reports
}

/** The hierarchy from the top down, each with a target by the weights. */
const membersOf = (people: Directory, target: number, weightOf: WeightOf): readonly Member[] => {
  const reports = reportsOf(people)
  const teamOf = (name: string): readonly string[] => reports.get(name) ?? []
  const weigh = (name: string): number =>
    teamOf(name).length === 0 ? weightOf(name) : teamOf(name).reduce((sum, each) => sum + weigh(each), 0)
  const members: Member[] = []
  const add = (name: string, level: number, above: number, share: number): void => {
    const team = teamOf(name)
    const place = members.push({ name, level, above, weight: weigh(name), hasTeam: team.length > 0, target: share }) - 1
    if (team.length === 0) return
    const children = team.map((child) => ({ name: child, weight: weigh(child), locked: null, floor: null, cap: null }))
    for (const { name: child, target: part } of rollDown(share, children)) add(child, level + 1, place, part)
  }
  add(everybody, 0, -1, target)
  return members
}

const headings = [
  'Person',
  'Level',
  'Manager',
  'Weight',
  'Over-assignment',
  'Set by hand',
  'Target',
  'Share of the manager’s',
  'Team together',
  'Over-assigned',
] as const

/** The list, and where its cells stand. */
interface Rolled {
  readonly top: number
  readonly members: readonly Member[]
  readonly params: ParamsTab
}

const cell = ({ top }: Rolled, place: number, column: number): string => cellAddress({ row: top + 1 + place, column })

const column = ({ top, members }: Rolled, index: number): string =>
  fixed(areaAddress({ row: top + 1, column: index, rows: members.length, columns: 1 }))

/** (the manager's target × (1 + over) − what is set by hand) × weight ÷ the weights of those without a target by hand. */
const targetCell = (rolled: Rolled, { above, target }: Member, i: number): Content => {
  const lock = cell(rolled, i, 5)
  if (above < 0) return { formula: `IF(${lock}<>"",${lock},${rolled.params.ref('target')})`, value: target }
  const [managers, weights, locks] = [column(rolled, 2), column(rolled, 3), column(rolled, 5)]
  const [boss, over, whole] = [cell(rolled, above, 0), cell(rolled, above, 4), cell(rolled, above, 6)]
  const free = `SUMPRODUCT((${managers}=${boss})*(${locks}="")*${weights})`
  const rest = `${whole}*(1+N(${over}))-SUMIF(${managers},${boss},${locks})`
  return { formula: `IF(${lock}<>"",${lock},(${rest})*${cell(rolled, i, 3)}/${free})`, value: target }
}

const ofTeam = (rolled: Rolled, i: number, index: number): string =>
  `SUMIF(${column(rolled, 2)},${cell(rolled, i, 0)},${column(rolled, index)})`

const divided = (top: string, bottom: string, value: number, base: number, less = ''): Content => ({
  formula: `IF(${bottom}=0,"",${top}/${bottom}${less})`,
  value: base === 0 ? '' : value,
})

/** What those who report to a manager have together, and by how much that is more than the manager's own. */
const teamCells = (rolled: Rolled, { hasTeam, target }: Member, i: number): readonly Content[] => {
  if (!hasTeam) return [null, null]
  const team = rolled.members.reduce((sum, { above, target: part }) => sum + (above === i ? part : 0), 0)
  return [
    { formula: ofTeam(rolled, i, 6), value: team },
    divided(cell(rolled, i, 8), cell(rolled, i, 6), team / target - 1, target, '-1'),
  ]
}

const memberRow = (rolled: Rolled, member: Member, i: number): readonly Content[] => {
  const { name, level, above, weight, hasTeam, target } = member
  const boss = rolled.members[above]
  return [
    name,
    level,
    boss?.name ?? '',
    hasTeam ? { formula: ofTeam(rolled, i, 3), value: weight } : weight,
    hasTeam ? 0 : null,
    null,
    targetCell(rolled, member, i),
    boss === undefined ? null : divided(cell(rolled, i, 6), cell(rolled, above, 6), target / boss.target, boss.target),
    ...teamCells(rolled, member, i),
  ]
}

const formats = ['decimal', 'percent', 'money', 'money', 'percent', 'money', 'points'] as const

const dress = (draft: Draft, { top, members }: Rolled): void => {
  const rows = members.length
  styleHeader(draft, top, headings.length, 3)
  draft.style({ row: top + 1, column: 0, rows, columns: headings.length }, 'body')
  members.forEach(({ hasTeam }, i) => {
    for (const input of [hasTeam ? 4 : 3, 5])
      draft.style({ row: top + 1 + i, column: input, rows: 1, columns: 1 }, 'input')
  })
  formats.forEach((format, i) => {
    draft.format({ row: top + 1, column: 3 + i, rows, columns: 1 }, format)
  })
  const area = { row: top + 1, column: 9, rows, columns: 1 }
  draft.add({ do: 'rule', tab: draft.tab, area, rule: { kind: 'below', limit: -1e-9 } })
}

/**
 * The target by hierarchy: each manager's, with what is put on top of it, is shared out to those who report there, by
 * weight; what is set by hand stays. Nobody's target is added to that of the people below.
 */
export const rollDownTab = (
  people: Directory,
  target: number,
  params: ParamsTab,
  weightOf: WeightOf,
): readonly Instruction[] => {
  const draft = startTab(
    targetTabs.rollDown,
    'Roll-down',
    'Who has which part of the target, and does it add up on every level?',
    'Change a weight, an over-assignment (5% puts 5% on top for the team), or set a target by hand. A manager’s target is that of the team and is never added to it.',
  )
  const rolled: Rolled = { top: draft.row, members: membersOf(people, target, weightOf), params }
  draft.write({ row: draft.row, column: 0 }, [
    headings,
    ...rolled.members.map((member, i) => memberRow(rolled, member, i)),
  ])
  dress(draft, rolled)
  draft.row += 1 + rolled.members.length
  return finishTab(draft, [26, 8, 24, 12, 16, 14, 16, 16, 16, 14], { rows: rolled.top + 1, columns: 1 })
}
