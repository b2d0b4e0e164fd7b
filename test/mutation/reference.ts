import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { referencePages } from '#scripts/generate/reference'

/** The pages that no metric has a part in; `npm run generated` compares every page. */
const pages = referencePages({ entries: [], fixtures: [] }).filter(({ file }) => /(tables|settings)\.md$/.test(file))

describe('the reference', () => {
  test.each(pages)('$file says what the code says', ({ file, text }) => {
    expect(text).toBe(readFileSync(file, 'utf8'))
  })
})
