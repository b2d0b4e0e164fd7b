import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { openDataset } from '#core/dataset/dataset'
import { stageOrderOf } from '#core/dataset/stage-order'
import { dealExports } from './deal-export-headers.ts'
import type { Export } from './export-headers.ts'
import { otherExports } from './other-export-headers.ts'

/** The stages of a new account in each system, as its documentation lists them, with the names of other releases. */
const pipelines: Readonly<Record<string, string>> = {
  salesforce:
    'Prospecting > Qualification > Needs Analysis > Value Proposition > Id. Decision Makers = Identify Decision Makers > Perception Analysis > Proposal/Price Quote = Proposal/Quote = Proposal > Negotiation/Review = Negotiation',
  hubspot:
    'Appointment Scheduled > Qualified To Buy > Presentation Scheduled > Decision Maker Bought-In > Contract Sent',
  pipedrive:
    'Qualified = Lead In = Idea > Contact Made > Demo Scheduled = Needs Defined > Proposal Made > Negotiations Started',
  dynamics: 'Qualify = 1-Qualify > Develop = 2-Develop > Propose = 3-Propose > Close = 4-Close',
  odoo: 'New > Qualified > Proposition',
  zoho: 'Qualification > Needs Analysis > Value Proposition > Identify Decision Makers = Id. Decision Makers > Perception Analysis > Proposal/Price Quote > Negotiation/Review',
  suitecrm:
    'Prospecting > Qualification > Needs Analysis > Value Proposition > Identifying Decision Makers = Id. Decision Makers > Perception Analysis > Proposal/Price Quote > Negotiation/Review',
  espocrm: 'Prospecting > Qualification > Proposal > Negotiation',
  frappe: 'Qualification > Demo/Making > Proposal/Quotation > Negotiation > Ready to Close',
  freshsales: 'New > Follow-up > Under review > Demo > Negotiation',
}

const systems = [...dealExports, ...otherExports].filter(
  ({ table, source }, at, all) =>
    table === 'deals' && source in pipelines && all.findIndex((each) => each.source === source) === at,
)

/** An export of the system with an open deal in each of the stages, and nothing else said of it. */
const exportWith = ({ fields, beside = [] }: Export, stages: readonly string[]): Grid => {
  const headers = [...Object.values(fields).map(([first = '']) => first), ...beside]
  const dealHeaders = new Set([fields.deal_id?.[0], fields.name?.[0]])
  const cell = (header: string, stage: string, i: number) => {
    if (header === fields.stage?.[0]) return stage
    return dealHeaders.has(header) ? `Deal ${i}` : null
  }
  return [headers, ...stages.map((stage, i) => headers.map((header) => cell(header, stage, i)))]
}

const orderOf = (made: Export, stages: readonly string[]) =>
  stageOrderOf(openDataset({ tables: { deals: { name: 'Deals', grid: exportWith(made, stages) } }, today: 45382 }))

test('there is an export of every system whose stages are known', () => {
  expect(systems.map(({ source }) => source).sort()).toEqual(Object.keys(pipelines).sort())
})

describe.each(systems.map((made) => [made.source, made] as const))(
  'deals of %s without a Stages table',
  (source, made) => {
    const stages = (pipelines[source] ?? '').split(' > ').map((names) => names.split(' = '))
    const inOrder = stages.map(([name = '']) => name)

    test('stand in the order in which the system comes, whatever the order of the rows', () => {
      const order = orderOf(made, [...inOrder].reverse())
      expect(order?.from).toBe('crm')
      expect(order?.stages.map(({ name }) => name)).toEqual(inOrder)
    })

    test('are found by the names of other releases too', () => {
      const order = orderOf(
        made,
        stages.map((names) => names.at(-1) ?? ''),
      )
      expect(stages.map((names) => names.map((name) => order?.find(name)))).toEqual(
        stages.map((names, position) => names.map(() => position)),
      )
    })

    test('do not take that order where one deal is in a stage of its own', () => {
      expect(orderOf(made, [...inOrder, 'Our own stage'])?.from).not.toBe('crm')
    })
  },
)
