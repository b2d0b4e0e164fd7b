import { describe, expect, test } from '@jest/globals'
import { dictionaryOf } from '#core/dataset/dictionary'
import { headerKey } from '#core/dataset/header'
import { fitOf, missingInMap, recognise } from '#core/dataset/recognise'
import { deals } from '#core/dataset/tables/deals'
import { tables } from '#core/dataset/tables/index'

const fieldOf = (headers: readonly string[]) => {
  const { fields, source } = recognise(headers, deals)
  const named: Record<string, string> = {}
  for (const [field, place] of fields) if ('columns' in place) named[headers[place.columns[0] ?? -1] ?? ''] = field
  return { source, named }
}

describe('headers of six systems mean the right fields', () => {
  test('Salesforce report', () => {
    const headers = [
      'Opportunity Owner',
      'Account Name',
      'Opportunity Name',
      'Stage',
      'Fiscal Period',
      'Amount',
      'Expected Revenue',
      'Probability (%)',
      'Created Date',
      'Close Date',
      'Next Step',
      'Lead Source',
      'Type',
      'Opportunity ID',
    ]
    const { source, named } = fieldOf(headers)
    expect(source).toBe('salesforce')
    expect(named).toEqual({
      'Opportunity Owner': 'owner',
      'Account Name': 'account',
      'Opportunity Name': 'name',
      Stage: 'stage',
      'Fiscal Period': 'fiscal',
      Amount: 'amount',
      'Expected Revenue': 'weighted',
      'Probability (%)': 'probability',
      'Created Date': 'created',
      'Close Date': 'close_date',
      'Next Step': 'next_step',
      'Lead Source': 'source',
      Type: 'type',
      'Opportunity ID': 'deal_id',
    })
  })

  test('Salesforce API names, in both spellings', () => {
    expect(
      fieldOf(['Id', 'Name', 'StageName', 'Amount', 'CloseDate', 'IsClosed', 'IsWon', 'CreatedDate']).named,
    ).toMatchObject({ Id: 'deal_id', StageName: 'stage', IsWon: 'is_won', CreatedDate: 'created' })
    expect(
      fieldOf(['id', 'name', 'stage_name', 'amount', 'close_date', 'is_closed', 'is_won', 'created_date']).named,
    ).toMatchObject({ id: 'deal_id', stage_name: 'stage', is_won: 'is_won', created_date: 'created' })
  })

  test('HubSpot', () => {
    const { source, named } = fieldOf([
      'Record ID',
      'Deal Name',
      'Deal Stage',
      'Pipeline',
      'Amount',
      'Close Date',
      'Create Date',
      'Deal owner',
      'Associated Company',
      'Deal probability',
      'Is Closed Won',
      'Weighted amount',
      'Closed lost reason',
    ])
    expect(source).toBe('hubspot')
    expect(named).toMatchObject({
      'Record ID': 'deal_id',
      'Deal Stage': 'stage',
      'Create Date': 'created',
      'Deal owner': 'owner',
      'Associated Company': 'account',
      'Is Closed Won': 'is_won',
      'Weighted amount': 'weighted',
      'Closed lost reason': 'lost_reason',
    })
  })

  test('Pipedrive', () => {
    const { source, named } = fieldOf([
      'Deal - ID',
      'Deal - Title',
      'Deal - Organization',
      'Deal - Owner',
      'Deal - Stage',
      'Deal - Status',
      'Deal - Value',
      'Deal - Currency of Value',
      'Deal - Deal created',
      'Deal - Expected close date',
      'Deal - Won time',
      'Deal - Lost time',
      'Deal - Update time',
    ])
    expect(source).toBe('pipedrive')
    expect(named).toMatchObject({
      'Deal - ID': 'deal_id',
      'Deal - Title': 'name',
      'Deal - Organization': 'account',
      'Deal - Status': 'status_text',
      'Deal - Value': 'amount',
      'Deal - Currency of Value': 'currency',
      'Deal - Won time': 'won_time',
      'Deal - Expected close date': 'close_date',
      'Deal - Update time': 'last_modified',
    })
  })

  test('Dynamics 365: Status Reason is the reason, Status the status', () => {
    const { source, named } = fieldOf([
      '(Do Not Modify) Opportunity',
      'Topic',
      'Potential Customer',
      'Est. close date',
      'Est. revenue',
      'Actual Revenue',
      'Owner',
      'Status',
      'Status Reason',
      'Pipeline Phase',
      'Created On',
      'Modified On',
    ])
    expect(source).toBe('dynamics')
    expect(named).toMatchObject({
      '(Do Not Modify) Opportunity': 'deal_id',
      Topic: 'name',
      'Potential Customer': 'account',
      'Est. revenue': 'amount',
      'Actual Revenue': 'actual_amount',
      Status: 'status_text',
      'Status Reason': 'lost_reason',
      'Pipeline Phase': 'stage',
      'Modified On': 'last_modified',
    })
  })

  test('Odoo: Expected Revenue is the amount, Prorated Revenue the weighted one', () => {
    const { source, named } = fieldOf([
      'External ID',
      'Opportunity',
      'Customer',
      'Salesperson',
      'Sales Team',
      'Stage',
      'Expected Revenue',
      'Prorated Revenue',
      'Probability',
      'Created on',
      'Expected Closing',
      'Closed Date',
      'Active',
    ])
    expect(source).toBe('odoo')
    expect(named).toMatchObject({
      'External ID': 'deal_id',
      Opportunity: 'name',
      Customer: 'account',
      Salesperson: 'owner',
      'Sales Team': 'team',
      'Expected Revenue': 'amount',
      'Prorated Revenue': 'weighted',
      'Expected Closing': 'close_date',
      'Closed Date': 'closed_at',
      Active: 'active',
    })
  })

  test('Zoho: Expected Revenue is the weighted one', () => {
    const { source, named } = fieldOf([
      'Record Id',
      'Deal Name',
      'Account Name',
      'Account Name.id',
      'Deal Owner',
      'Deal Owner.id',
      'Stage',
      'Amount',
      'Expected Revenue',
      'Probability (%)',
      'Closing Date',
      'Created Time',
      'Modified Time',
      'Reason For Loss',
    ])
    expect(source).toBe('zoho')
    expect(named).toMatchObject({
      'Record Id': 'deal_id',
      'Account Name.id': 'account_id',
      'Closing Date': 'close_date',
      'Expected Revenue': 'weighted',
      'Reason For Loss': 'lost_reason',
    })
  })

  test('a table kept by hand', () => {
    const { source, named } = fieldOf([
      'opportunity_id',
      'sales_agent',
      'product',
      'account',
      'deal_stage',
      'engage_date',
      'close_date',
      'close_value',
    ])
    expect(source).toBe('generic')
    expect(named).toEqual({
      opportunity_id: 'deal_id',
      sales_agent: 'owner',
      product: 'product',
      account: 'account',
      deal_stage: 'stage',
      engage_date: 'created',
      close_date: 'close_date',
      close_value: 'amount',
    })
  })
})

describe('only exact words count (A2)', () => {
  test('case, accents, spaces, underscores and punctuation do not matter', () => {
    expect(headerKey(' Close-Date * ')).toBe('closedate')
    expect(headerKey('Stüfe')).toBe('stufe')
    expect(headerKey('Deal - Owner')).toBe('owner')
  })

  test('a near word is suggested, never taken (A2)', () => {
    const { fields, unknown, suggestions } = recognise(['Deal ID', 'Stage', 'Amuont', 'Owner'], deals)
    expect(fields.has('amount')).toBe(false)
    expect(unknown).toEqual(['Amuont'])
    expect(suggestions).toEqual([{ header: 'Amuont', field: 'amount' }])
  })

  test('a header that means two things stays open without the signature of its system', () => {
    const { open, fields } = recognise(['Deal ID', 'Stage', 'Expected Revenue'], deals)
    expect(open.get('Expected Revenue')).toEqual(expect.arrayContaining(['weighted', 'amount']))
    expect(fields.has('amount')).toBe(false)
  })

  test('two different headers for one field are a conflict that names both', () => {
    expect(
      recognise(['Opportunity ID', 'Opportunity Name', 'Stage', 'Amount', 'Total Amount'], deals).conflicts.get(
        'amount',
      ),
    ).toEqual(['Amount', 'Total Amount'])
  })

  test('equal headers are no conflict', () => {
    const { conflicts, fields } = recognise(
      ['Opportunity ID', 'Opportunity Name', 'Stage', 'Close Date', 'Close Date'],
      deals,
    )
    expect(conflicts.size).toBe(0)
    expect(fields.get('close_date')).toEqual({ columns: [3, 4] })
  })

  test('a mapping by hand comes first and settles a conflict', () => {
    const headers = ['Opportunity ID', 'Opportunity Name', 'Stage', 'Amount', 'Total Amount']
    const { fields, conflicts } = recognise(headers, deals, { amount: 'Total Amount', status_text: "'won'" })
    expect(fields.get('amount')).toEqual({ columns: [4] })
    expect(fields.get('status_text')).toEqual({ constant: 'won' })
    expect(conflicts.size).toBe(0)
  })

  test('a mapping to a column that is not there is named', () => {
    expect(missingInMap({ owner: 'Seller' }, ['Deal ID'])).toEqual([{ field: 'owner', header: 'Seller' }])
  })
})

describe('every dictionary is sound', () => {
  test.each(Object.values(tables))('$title: no header means two fields to one source', (schema) => {
    expect(() => dictionaryOf(schema)).not.toThrow()
  })

  test('a table is recognised by its marks only', () => {
    expect(fitOf(recognise(['Deal ID', 'Stage', 'Amount'], deals), deals)).toBe(3)
    expect(fitOf(recognise(['Owner', 'Amount'], deals), deals)).toBe(0)
  })
})
