import { describe, expect, test } from '@jest/globals'
import { ruleBodies } from '#core/report/rule-body'
import { styles } from '#core/report/styles'

const area = { row: 4, column: 2, rows: 3, columns: 1 }

describe('a rule of trend', () => {
  const coloursOf = (upIsGood: boolean) =>
    ruleBodies(area, { kind: 'trend', upIsGood }, () => false).map((body) =>
      body.kind === 'formula' ? [body.formula, body.overlay.colour, body.overlay.fill] : [],
    )

  test('colours the letters of what rose and of what fell, and leaves 0 and blanks alone', () => {
    expect(coloursOf(true)).toEqual([
      ['AND(ISNUMBER(C5),C5>0)', styles.good.colour, null],
      ['AND(ISNUMBER(C5),C5<0)', styles.bad.colour, null],
    ])
  })

  test('has it the other way round where less is better', () => {
    expect(coloursOf(false).map(([, colour]) => colour)).toEqual([styles.bad.colour, styles.good.colour])
  })
})
