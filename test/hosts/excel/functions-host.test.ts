import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FunctionsHost, range } from './functions-host.ts'
import { openOfficePage, type OfficePage } from './jsdom.ts'

const host = new FunctionsHost()
let page: OfficePage

beforeAll(async () => {
  page = await openOfficePage(host)
  await host.ready
})

afterAll(() => {
  page.close()
})

type Live = CustomFunctions.StreamingInvocation<unknown>

const associate = (id: string, give: (live: Live, ...given: unknown[]) => void): void => {
  page.window.CustomFunctions.associate(id, (...given: unknown[]) => {
    give(given.at(-1) as Live, ...given.slice(0, -1))
  })
}

const shownBy = async (id: string, given: readonly unknown[]) => {
  const [invocation] = host.call(id, given)
  return await invocation?.after()
}

describe('the custom functions of the shipped office.js, without Excel', () => {
  test('it boots as Excel on Windows with a shared runtime, and asks for nothing outside', () => {
    const { requirements } = page.window.Office.context
    expect(page.troubles).toEqual([])
    expect(requirements.isSetSupported('ExcelApi', '1.17')).toBe(true)
    expect(requirements.isSetSupported('ExcelApi', '1.18')).toBe(false)
  })

  test('a stream shows each result that it sets', async () => {
    const started: Live[] = []
    associate('COUNT', (live) => {
      started.push(live)
      live.setResult([['one']])
    })
    const [invocation] = host.call('COUNT', [])
    expect(await invocation?.after()).toEqual({ value: [['one']] })
    started[0]?.setResult([['two']])
    expect(await invocation?.after(2)).toEqual({ value: [['two']] })
  })

  test('an error that a stream sets keeps its sentence', async () => {
    const { Error: FunctionError, ErrorCode } = page.window.CustomFunctions
    associate('NONE', (live) => {
      live.setResult(new FunctionError(ErrorCode.notAvailable, 'No deal is open.'))
    })
    expect(await shownBy('NONE', [])).toEqual({ error: '#N/A', message: 'No deal is open.' })
  })

  test('an argument left out comes as null, a blank cell of the desktop as 0, and both with their address', async () => {
    associate('ECHO', (live, ...given) => {
      live.setResult([[JSON.stringify([given, live.parameterAddresses])]])
    })
    const shown = await shownBy('ECHO', [undefined, range('Deals!B2', [[null]]), range('Deals!A1:B1', [['a', null]])])
    expect(shown).toEqual({
      value: [
        [
          JSON.stringify([
            [null, 0, [['a', 0]]],
            [null, 'Deals!B2', 'Deals!A1:B1'],
          ]),
        ],
      ],
    })
  })

  test('a cancelled stream is told so, and what it sets from then on is dropped', async () => {
    let cancelled = 0
    const started: Live[] = []
    associate('ENDLESS', (live) => {
      started.push(live)
      live.onCanceled = () => void (cancelled += 1)
      live.setResult('first')
    })
    const [invocation] = host.call('ENDLESS', [])
    await invocation?.after()
    invocation?.cancel()
    expect(cancelled).toBe(1)
    started[0]?.setResult('late')
    const [other] = host.call('ENDLESS', [])
    await other?.after()
    expect(invocation?.shown).toEqual([{ value: 'first' }])
  })
})
