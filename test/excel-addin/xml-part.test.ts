import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { fromXml, toXml } from '#excel-addin/office/xml-part.ts'
import { readRecords, recordOf, recordXml } from '#excel-addin/report/records.ts'

const seed = 77

describe('a value kept in the workbook', () => {
  test(`comes back as it was, whatever its texts hold (seed ${seed})`, () => {
    const texts = fc.array(fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(texts, (list) => {
        const xml = toXml('urn:spm:tab', list)
        expect(fromXml(xml, z.array(z.string()))).toEqual(list)
        expect(fromXml(`<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`, z.array(z.string()))).toEqual(list)
      }),
      { seed },
    )
  })

  test.each(['', '<spm xmlns="urn:spm:tab"/>', '<spm>no json</spm>', '<spm>{"a":1}</spm>', '<other>[]</other>'])(
    'that somebody broke is none: %p',
    (xml) => {
      expect(fromXml(xml, z.array(z.string()))).toBeNull()
    },
  )
})

describe('a tab of ours', () => {
  const part = (tab: string, sheet: string) => ({ id: `${tab} ${sheet}`, xml: recordXml(tab, sheet, []) })
  const records = readRecords([part('TEAM · 0 Cover', 's1'), part('TEAM · 1 Forecast', 's2')])

  test('is known by its name and its id', () => {
    const sheets = [{ id: 's1', name: 'TEAM · 0 Cover' }]
    expect(recordOf(records, sheets, { id: 's1', name: 'TEAM · 0 Cover' })?.sheet).toBe('s1')
  })

  test('is known by its name where all ids are new', () => {
    expect(recordOf(records, [{ id: 'x', name: 'TEAM · 0 Cover' }], { id: 'x', name: 'TEAM · 0 Cover' })?.sheet).toBe(
      's1',
    )
  })

  test('that a person renamed is theirs, and so is a tab that took its name', () => {
    const sheets = [
      { id: 's1', name: 'My cover' },
      { id: 's9', name: 'TEAM · 0 Cover' },
    ]
    expect(sheets.map((sheet) => recordOf(records, sheets, sheet))).toEqual([undefined, undefined])
  })
})
