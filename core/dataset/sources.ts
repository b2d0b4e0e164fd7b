import type { LanguageName, SourceName } from './schema.ts'

export const sourceTitles: Readonly<Record<SourceName, string>> = {
  salesforce: 'Salesforce',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  dynamics: 'Dynamics 365',
  odoo: 'Odoo',
  zoho: 'Zoho CRM',
  suitecrm: 'SuiteCRM',
  espocrm: 'EspoCRM',
  frappe: 'Frappe CRM',
  freshsales: 'Freshsales',
  german: 'a table in German',
  french: 'a table in French',
  spanish: 'a table in Spanish',
  finnish: 'a table in Finnish',
  swedish: 'a table in Swedish',
  danish: 'a table in Danish',
  generic: 'a table kept by hand',
}

/** Headers, in lower case, that only one system writes: any one set of them, all present, names the source. */
const signatures: Readonly<Record<Exclude<SourceName, 'generic' | LanguageName>, readonly (readonly string[])[]>> = {
  pipedrive: [
    ['deal - id'],
    ['deal - title'],
    ['deal - status', 'deal - value'],
    ['activity - subject'],
    ['activity - type'],
  ],
  dynamics: [
    ['(do not modify) opportunity'],
    ['(do not modify) activity'],
    ['topic', 'est. revenue'],
    ['topic', 'potential customer'],
  ],
  zoho: [
    ['record id', 'deal owner.id'],
    ['record id', 'closing date'],
    ['account name.id'],
    ['potential name', 'stage'],
  ],
  hubspot: [
    ['record id', 'deal stage'],
    ['record id', 'deal name', 'create date'],
    ['deal id', 'deal stage', 'deal name', 'create date'],
    ['associated company ids'],
    ['activity type', 'activity assigned to'],
    ['activity date', 'activity assigned to'],
    ['engagement type', 'activity date'],
    ['record id', 'activity type', 'activity date'],
  ],
  odoo: [
    ['external id', 'salesperson'],
    ['user_id', 'stage_id'],
    ['expected closing', 'expected revenue'],
    ['partner_id', 'stage_id'],
  ],
  suitecrm: [
    ['opportunity amount', 'sales stage'],
    ['sales stage', 'assigned to'],
    ['sales stage', 'assigned user'],
  ],
  espocrm: [['amount weighted'], ['last stage', 'stage', 'amount'], ['probability %', 'stage']],
  frappe: [['expected deal value'], ['deal value', 'expected closure date'], ['deal owner', 'expected closure date']],
  freshsales: [
    ['deal value', 'deal pipeline', 'deal stage'],
    ['deal value', 'expected close date', 'closed date'],
  ],
  salesforce: [
    ['opportunity owner', 'fiscal period'],
    ['stagename', 'isclosed'],
    ['stage_name', 'is_closed'],
    ['opportunity id', 'opportunity name', 'stage'],
    ['opportunity owner', 'opportunity name'],
    ['opportunityid', 'stagename'],
    ['opportunity_id', 'stage_name'],
    ['from stage', 'to stage', 'last modified'],
    ['from stage', 'to stage', 'stage duration'],
    ['subject', 'assigned', 'company / account'],
    ['isconverted', 'leadsource'],
    ['is_converted', 'lead_source'],
    ['whatid', 'ownerid'],
    ['what_id', 'owner_id'],
  ],
}

/** The system that wrote these headers, or `generic` where none of its own can be told. */
export const sourceOf = (headers: readonly string[]): SourceName => {
  const present = new Set(headers.map((header) => header.trim().toLowerCase()))
  for (const [source, sets] of Object.entries(signatures) as [SourceName, (readonly string[])[]][])
    if (sets.some((set) => set.every((header) => present.has(header)))) return source
  return 'generic'
}
