import type { SourceName } from './schema.ts'

/**
 * The open stages that each system comes with, in order. An entry with `|` lists names of one stage: the present one
 * first, then former ones.
 */
export const crmStages: Readonly<Partial<Record<SourceName, readonly string[]>>> = {
  salesforce: [
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Id. Decision Makers|Identify Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote|Proposal/Quote|Proposal',
    'Negotiation/Review|Negotiation',
  ],
  hubspot: [
    'Appointment Scheduled',
    'Qualified To Buy',
    'Presentation Scheduled',
    'Decision Maker Bought-In',
    'Contract Sent',
  ],
  pipedrive: [
    'Qualified|Lead In|Idea',
    'Contact Made',
    'Demo Scheduled|Needs Defined',
    'Proposal Made',
    'Negotiations Started',
  ],
  dynamics: ['Qualify|1-Qualify', 'Develop|2-Develop', 'Propose|3-Propose', 'Close|4-Close'],
  odoo: ['New', 'Qualified', 'Proposition'],
  zoho: [
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Identify Decision Makers|Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
  ],
  suitecrm: [
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Identifying Decision Makers|Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
  ],
  espocrm: ['Prospecting', 'Qualification', 'Proposal', 'Negotiation'],
  frappe: ['Qualification', 'Demo/Making', 'Proposal/Quotation', 'Negotiation', 'Ready to Close'],
  freshsales: ['New', 'Follow-up', 'Under review', 'Demo', 'Negotiation'],
}
