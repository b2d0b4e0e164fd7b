import { describe, expect, test } from '@jest/globals'
import { portErrorOf } from '#excel-addin/office/port-error.ts'
import { PortError } from '#panel/port.ts'

const office = (code: string, message = 'Something of Excel.') => ({
  name: 'RichApi.Error',
  code,
  message,
  debugInfo: { errorLocation: 'Range.values', statement: 'range.values = ...;' },
})

describe('an error of Excel', () => {
  test.each([
    ['InvalidOperationInCellEditMode', 'editing'],
    ['ActivityLimitReached', 'busy'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['AccessDenied', 'protected'],
    ['ItemNotFound', 'gone'],
    ['InvalidSession', 'lost'],
    ['InvalidOrTimedOutSession', 'lost'],
    ['GeneralException', 'failed'],
  ])('%s becomes a sentence of the kind %s, with the details of Excel', (code, kind) => {
    const error = portErrorOf(office(code))
    expect(error).toBeInstanceOf(PortError)
    expect(error.code).toBe(kind)
    expect(error.message).toMatch(/^[A-Z].*\.$/)
    expect(error.details).toBe(
      `${code}: Something of Excel.\nerrorLocation: Range.values\nstatement: range.values = ...;`,
    )
  })

  test('that is a sentence already stays as it is', () => {
    const error = new PortError('cancelled', 'Cancelled.')
    expect(portErrorOf(error)).toBe(error)
  })

  test('that is no error at all still says something', () => {
    expect(portErrorOf('odd').message).toContain('odd')
  })
})
