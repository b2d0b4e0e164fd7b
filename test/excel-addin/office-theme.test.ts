import { expect, test } from '@jest/globals'
import { themeOf } from '#excel-addin/office-theme.ts'

test.each([
  ['#ffffff', 'light'],
  ['f3f2f1', 'light'],
  ['#262626', 'dark'],
  ['#000000', 'dark'],
  ['#777777', 'light'],
  ['#0078D4', 'light'],
  ['#444444', 'dark'],
  ['black', null],
  [undefined, null],
])('an Office with the background %s looks %s', (background, look) => {
  expect(themeOf(background)).toBe(look)
})
