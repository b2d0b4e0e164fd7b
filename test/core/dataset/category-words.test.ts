import { expect, test } from '@jest/globals'
import { categoryOf } from '#core/dataset/category-words'
import { deals } from '#core/dataset/tables/deals'

test.each([
  ['Commit', 'commit'],
  ['Best Case', 'best'],
  ['Most Likely', 'best'],
  ['not-forecasted', 'omitted'],
  ['Closed Won', 'closed'],
  ['Open', 'pipeline'],
])('the category %s counts as %s', (word, category) => {
  expect(categoryOf(word)).toBe(category)
  expect(deals.fields.forecast_category.values).toContain(category)
})

test('a word that is not known stays, in lower case', () => {
  expect(categoryOf('Stretch')).toBe('stretch')
  expect(categoryOf('constructor')).toBe('constructor')
})
