import { describe, expect, test } from '@jest/globals'
import { peekCell } from '#local/workbook/cells'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import { failureOf, plain, settled, startExcel } from './start.ts'

describe('office.js on the test host', () => {
  test('writes and reads values in one request, and gives its references back', async () => {
    const { Excel, host } = startExcel()
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('X')
      const range = sheet.getRange('A1:B2')
      range.values = [
        [1, 2],
        ['a', true],
      ]
      range.load('values,address')
      await context.sync()
      expect(plain(range.values)).toEqual([
        [1, 2],
        ['a', true],
      ])
      expect(range.address).toBe('X!A1:B2')
    })
    await settled()
    expect(host.exchanges).toHaveLength(2)
    expect(host.session.references.size).toBe(0)
  })

  test('throws by itself when something is read that was not loaded', async () => {
    const { Excel, OfficeExtension } = startExcel()
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1')
      range.load('address')
      await context.sync()
      const read = (): unknown => range.values
      expect(read).toThrow(OfficeExtension.Error)
      expect(read).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }))
    })
  })

  test('names the statement of a missing sheet, and keeps what was done before it', async () => {
    const { Excel, OfficeExtension, workbook } = startExcel()
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.add('kept')
        context.workbook.worksheets.getItem('nope').load('name')
        context.workbook.worksheets.add('never')
        await context.sync()
      }),
    )
    expect(failure).toBeInstanceOf(OfficeExtension.Error)
    expect(failure.code).toBe('ItemNotFound')
    expect(failure.debugInfo.errorLocation).toBe('WorksheetCollection.getItem')
    expect(failure.debugInfo.statement).toContain('worksheets.getItem')
    expect(workbook.tabs.map(({ name }) => name)).toEqual(['Sheet1', 'kept'])
  })

  test('tells a null object from one that is there', async () => {
    const { Excel } = startExcel()
    await Excel.run(async (context) => {
      const absent = context.workbook.worksheets.getItemOrNullObject('nope')
      const ofAbsent = absent.getUsedRangeOrNullObject(true)
      const present = context.workbook.worksheets.getItemOrNullObject('sheet1')
      present.load('name')
      await context.sync()
      expect([absent.isNullObject, ofAbsent.isNullObject, present.isNullObject]).toEqual([true, true, false])
      expect(present.name).toBe('Sheet1')
    })
  })

  test('refuses values of another size than the range', async () => {
    const { Excel } = startExcel()
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = [[1, 2]]
        await context.sync()
      }),
    )
    expect(failure.code).toBe('InvalidArgument')
  })

  test('refuses an object of another context by itself', async () => {
    const { Excel } = startExcel()
    const [leaked] = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A2')
      await context.sync()
      return [range]
    })
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.load(leaked, 'values')
        await context.sync()
      }),
    )
    expect(failure.code).toBe('InvalidRequestContext')
  })

  test('loads parts of parts, and items of collections', async () => {
    const { Excel } = startExcel({ workbook: newWorkbook('One', 'Two') })
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('One').getRange('A1')
      range.format.fill.color = '#FFEE00'
      range.format.font.bold = true
      range.load({ format: { fill: { color: true }, font: { bold: true } } })
      const sheets = context.workbook.worksheets
      sheets.load('items/name,items/position')
      await context.sync()
      expect([range.format.fill.color, range.format.font.bold]).toEqual(['#FFEE00', true])
      expect(sheets.items.map(({ name, position }) => `${position} ${name}`)).toEqual(['0 One', '1 Two'])
    })
  })

  test('reads texts as typed: formulas, numbers and dates, unless an apostrophe or the format @ keeps them', async () => {
    const { Excel, workbook } = startExcel()
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.getRange('A2').numberFormat = [['@']]
      sheet.getRange('A1:F2').values = [
        ['=1+1', '007', '2026-02-28', "'007", '3/4', '50%'],
        ['=1+1', '', null, 'plain', 'TRUE', '#N/A'],
      ]
      await context.sync()
    })
    const tab = tabNamed(workbook, 'Sheet1')!
    const contents = (row: number): unknown[] =>
      [0, 1, 2, 3, 4, 5].map((column) => peekCell(tab, row, column)).map(({ value, formula }) => formula ?? value)
    expect(contents(0)).toEqual(['1+1', 7, 46081, '007', expect.any(Number), 0.5])
    expect(contents(1)).toEqual(['=1+1', null, null, 'plain', true, { fault: '#N/A' }])
  })

  test('splits a large write into parts that arrive whole', async () => {
    const { Excel, workbook, host } = startExcel()
    const rows = Array.from({ length: 700 }, (_, row) => [row, `deal ${row}`, row / 2])
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRangeByIndexes(2, 1, 700, 3).values = rows
      await context.sync()
    })
    const tab = tabNamed(workbook, 'Sheet1')!
    expect(rows.every((row, index) => row.every((cell, at) => peekCell(tab, index + 2, at + 1).value === cell))).toBe(
      true,
    )
    expect(host.exchanges[0]?.actions).toBeGreaterThan(4)
  })

  test('keeps settings and XML parts of the workbook', async () => {
    const { Excel, workbook } = startExcel()
    await Excel.run(async (context) => {
      const { settings, customXmlParts } = context.workbook
      settings.add('spm', { deep: [1, 'two', null] })
      const part = customXmlParts.add('<journal xmlns="urn:spm:journal"><tab name="A &amp; B"/></journal>')
      await context.sync()
      const found = customXmlParts.getByNamespace('urn:spm:journal').getOnlyItemOrNullObject()
      const xml = found.getXml()
      const setting = settings.getItemOrNullObject('spm')
      setting.load('value')
      await context.sync()
      expect(plain(setting.value)).toEqual({ deep: [1, 'two', null] })
      expect(xml.value).toContain('A &amp; B')
      part.delete()
      setting.delete()
      await context.sync()
    })
    expect([workbook.settings.size, workbook.xmlParts.length]).toEqual([0, 0])
  })

  test('refuses XML that is none', async () => {
    const { Excel } = startExcel()
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.customXmlParts.add('<open>')
        await context.sync()
      }),
    )
    expect(failure.code).toBe('InvalidArgument')
  })

  test('makes a table with its own headings, and lets no other overlap it', async () => {
    const { Excel, workbook } = startExcel()
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1')
        sheet.getRange('A1:C1').values = [['Deal', 'Deal', '']]
        const table = sheet.tables.add('A1:C4', true)
        table.name = 'SPM_TEAM_North_deals'
        table.style = 'TableStyleLight1'
        table.showFilterButton = false
        await context.sync()
        sheet.tables.add('C4:D9', true)
        await context.sync()
      }),
    )
    const tab = tabNamed(workbook, 'Sheet1')!
    expect(failure.code).toBe('InvalidArgument')
    expect(tab.tables).toMatchObject([{ name: 'SPM_TEAM_North_deals', style: 'TableStyleLight1', filter: false }])
    expect([0, 1, 2].map((column) => peekCell(tab, 0, column).value)).toEqual(['Deal', 'Deal2', 'Column3'])
  })

  test('lets nobody write into a protected tab', async () => {
    const { Excel, workbook } = startExcel()
    tabNamed(workbook, 'Sheet1')!.protected = true
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]]
        await context.sync()
      }),
    )
    expect(failure.code).toBe('AccessDenied')
  })

  test('fails loudly on what it was never taught', async () => {
    const { Excel } = startExcel({ sets: { ExcelApi: '1.17', RichApiRuntime: '1.2' } })
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').flashFill()
        await context.sync()
      }),
    )
    expect(failure.code).toBe('NotImplemented')
    expect(failure.message).toContain('Range.FlashFill()')
  })

  test('throws on a call above the sets of the manifest', async () => {
    const { Excel } = startExcel()
    const failure = await failureOf(
      Excel.run((context) => {
        context.workbook.worksheets.getItem('Sheet1').customProperties.add('spm', '1')
        return context.sync()
      }),
    )
    expect(failure.code).toBe('ApiNotFound')
    expect(failure.message).toContain('ExcelApi 1.12')
  })

  test('refuses requests above 5 MB and carries nothing of them out', async () => {
    const { Excel, workbook } = startExcel()
    const wide = 'x'.repeat(100)
    const failure = await failureOf(
      Excel.run(async (context) => {
        const rows = Array.from({ length: 6000 }, () => Array.from({ length: 10 }, () => wide))
        context.workbook.worksheets.getItem('Sheet1').getRangeByIndexes(0, 0, 6000, 10).values = rows
        await context.sync()
      }),
    )
    expect(failure.code).toBe('RequestPayloadSizeLimitExceeded')
    expect(tabNamed(workbook, 'Sheet1')!.cells.size).toBe(0)
  })
})

describe('events', () => {
  test('reach a sheet, a table and the workbook after an edit, until they are taken off', async () => {
    const { Excel, host } = startExcel()
    const seen: string[] = []
    const handler = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.getRange('A1:B3').values = [
        ['a', 'b'],
        [1, 2],
        [3, 4],
      ]
      const table = sheet.tables.add('A1:B3', true)
      const added = sheet.onChanged.add(async (event) => {
        await Promise.resolve(seen.push(`sheet ${event.address} ${event.changeType}`))
      })
      table.onChanged.add(async (event) => {
        await Promise.resolve(seen.push(`table ${event.address}`))
      })
      context.workbook.worksheets.onChanged.add(async (event) => {
        await Promise.resolve(seen.push(`workbook ${event.address} ${event.source}`))
      })
      await context.sync()
      return added
    })
    await settled()
    seen.length = 0
    host.type('Sheet1', 'B2', [[99]])
    await settled()
    expect(seen.sort()).toEqual(['sheet B2 RangeEdited', 'table B2', 'workbook B2 Local'])
    await Excel.run(handler.context, async (context) => {
      handler.remove()
      await context.sync()
    })
    seen.length = 0
    host.type('Sheet1', 'D9', [[1]])
    await settled()
    expect(seen).toEqual(['workbook D9 Local'])
  })

  test('lead to the changed cells', async () => {
    const { Excel, host } = startExcel()
    const got: unknown[] = []
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').onChanged.add((event) =>
        Excel.run(async (inner) => {
          const range = event.getRange(inner)
          range.load('values')
          await inner.sync()
          got.push(plain(range.values))
        }),
      )
      await context.sync()
    })
    host.type('Sheet1', 'A1', [[5], [6]])
    await settled()
    expect(got).toEqual([[[5], [6]]])
  })

  test('stay away while they are switched off', async () => {
    const { Excel } = startExcel()
    const seen: string[] = []
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1')
      sheet.onChanged.add(async (event) => {
        await Promise.resolve(seen.push(event.address))
      })
      await context.sync()
      context.runtime.enableEvents = false
      sheet.getRange('A1').values = [[1]]
      context.runtime.enableEvents = true
      sheet.getRange('A2').values = [[2]]
      await context.sync()
    })
    await settled()
    expect(seen).toEqual(['A2'])
  })
})
