import { describe, expect, test } from '@jest/globals'
import { peekCell } from '#local/workbook/cells'
import { tabNamed } from '#local/workbook/make'
import { faultAt, faultsOf, type Fault } from './batch/faults.ts'
import { failureOf, settled, startExcel, type Started } from './start.ts'

/** Writes A1 and A2 in one request each, B1 in the second too. */
const writeTwice = ({ Excel }: Started): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1')
    sheet.getRange('A1').values = [[1]]
    await context.sync()
    sheet.getRange('A2').values = [[2]]
    sheet.getRange('B1').values = [[3]]
    await context.sync()
  })

const written = ({ workbook }: Started): readonly unknown[] => {
  const tab = tabNamed(workbook, 'Sheet1')!
  return [peekCell(tab, 0, 0), peekCell(tab, 1, 0), peekCell(tab, 0, 1)].map(({ value }) => value)
}

describe('faults', () => {
  test.each([
    [5004, 'InvalidOperationInCellEditMode'],
    [5012, 'InvalidOrTimedOutSession'],
    [5102, 'ActivityLimitReached'],
    [5103, 'RequestPayloadSizeLimitExceeded'],
    [5104, 'ResponsePayloadSizeLimitExceeded'],
    [7000, 'AccessDenied'],
  ] as const)('%i refuses the second request, as office.js tells it: %s', async (status, code) => {
    const started = startExcel()
    started.host.faults = faultAt(2, { kind: 'refused', status })
    expect((await failureOf(writeTwice(started))).code).toBe(code)
    expect(written(started)).toEqual([1, null, null])
    await settled()
    expect(started.host.exchanges[1]).toMatchObject({ failed: 'refused', responseBytes: 0 })
  })

  test('an answer that is lost leaves the work done', async () => {
    const started = startExcel()
    started.host.faults = faultAt(2, { kind: 'unanswered', status: 5012 })
    await failureOf(writeTwice(started))
    expect(written(started)).toEqual([1, 2, 3])
  })

  test('an action that fails leaves those before it done', async () => {
    const outcomes: string[] = []
    for (let after = 0; after < 14; after++) {
      const started = startExcel()
      started.host.faults = faultAt(2, { kind: 'action', after, code: 'AccessDenied' })
      const failed = await writeTwice(started).then(
        () => 'done',
        (error: unknown) => (error as OfficeExtension.Error).code,
      )
      outcomes.push(`${failed} ${JSON.stringify(written(started))}`)
    }
    expect(outcomes).toContain('AccessDenied [1,null,null]')
    expect(outcomes).toContain('AccessDenied [1,2,null]')
    expect(outcomes.at(-1)).toBe('done [1,2,3]')
  })

  test('a lost session stays lost, until the workbook is opened again', async () => {
    const started = startExcel()
    started.host.faults = faultAt(2, { kind: 'lost', status: 5012 })
    await failureOf(writeTwice(started))
    expect((await failureOf(writeTwice(started))).code).toBe('InvalidOrTimedOutSession')
    const again = startExcel({ workbook: started.workbook })
    await writeTwice(again)
    expect(written(again)).toEqual([1, 2, 3])
  })

  test('several faults follow one another', async () => {
    const started = startExcel()
    const busy: Fault = { kind: 'refused', status: 5102 }
    started.host.faults = faultsOf(faultAt(1, busy), faultAt(2, busy))
    await failureOf(writeTwice(started))
    await settled()
    await failureOf(writeTwice(started))
    await settled()
    await writeTwice(started)
    expect(started.host.exchanges.slice(0, 2).map(({ failed }) => failed)).toEqual(['refused', 'refused'])
  })
})

describe('counting', () => {
  test('bytes are those of the JSON that goes over the wire', async () => {
    const started = startExcel()
    const texts: string[] = []
    const { execute } = started.host
    started.host.execute = (text) => {
      const answer = execute(text)
      texts.push(text, answer)
      return answer
    }
    await writeTwice(started)
    const [request = '', answer = ''] = texts
    expect(started.host.exchanges[0]).toEqual({
      actions: (JSON.parse(request) as { Actions: unknown[] }).Actions.length,
      requestBytes: new TextEncoder().encode(request).length,
      responseBytes: new TextEncoder().encode(answer).length,
      failed: null,
    })
  })

  test('an answer above the limit is refused, though the work is done', async () => {
    const started = startExcel({ payloadLimit: 2000 })
    const failure = await failureOf(
      started.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:Z90')
        range.load('values')
        await context.sync()
      }),
    )
    expect(failure.code).toBe('ResponsePayloadSizeLimitExceeded')
    expect(started.host.exchanges[0]?.failed).toBe(5104)
  })
})
