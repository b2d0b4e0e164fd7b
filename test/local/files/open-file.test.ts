import { chmod, mkdir, truncate } from 'node:fs/promises'
import { getuid } from 'node:process'
import { describe, expect, test } from '@jest/globals'
import { largestFile, refuseToRead } from '#local/files/open-file'
import { readTables } from '#local/files/read'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const isRoot = getuid?.() === 0

describe('files that cannot be opened', () => {
  test('a missing file', async () => {
    await expect(readTables(folder.path('none.csv'))).rejects.toThrow(/none\.csv does not exist: check the path\.$/)
  })

  test('a path through a file', async () => {
    const file = await folder.write('a.csv', 'a')
    await expect(readTables(`${file}/b.csv`)).rejects.toThrow(/does not exist/)
  })

  test('a folder', async () => {
    await mkdir(folder.path('folder.csv'))
    await expect(readTables(folder.path('folder.csv'))).rejects.toThrow(/folder\.csv is a folder: name a file in it\.$/)
  })

  test('an empty file', async () => {
    await expect(readTables(await folder.write('empty.xlsx', ''))).rejects.toThrow(
      /empty\.xlsx is empty: it has no bytes/,
    )
  })

  test('a file that is too large', async () => {
    const file = await folder.write('huge.csv', 'a')
    await truncate(file, largestFile + 1)
    await expect(readTables(file)).rejects.toThrow(
      /huge\.csv has more than 500 MB: split it, or export fewer columns\.$/,
    )
  })

  test.each([
    { code: 'EACCES', sentence: 'a.csv may not be read: ask for the permission or copy it to a folder of yours.' },
    { code: 'EPERM', sentence: 'a.csv may not be read: ask for the permission or copy it to a folder of yours.' },
    { code: 'EIO', sentence: 'a.csv cannot be read (EIO).' },
  ])('what the system calls $code', ({ code, sentence }) => {
    expect(() => refuseToRead('a.csv', { code })).toThrow(sentence)
  })

  const unlessRoot = isRoot ? test.skip : test
  unlessRoot('a file without permission', async () => {
    const file = await folder.write('locked.csv', 'a')
    await chmod(file, 0)
    await expect(readTables(file)).rejects.toThrow(/locked\.csv may not be read: ask for the permission/)
  })

  test('a device', async () => {
    await expect(readTables('/dev/null')).rejects.toThrow(/\/dev\/null is not a file on disk/)
  })

  test.each(['.xls', '.xlsb', '.ods', '.numbers'])('a workbook of the kind %s', async (ending) => {
    const file = await folder.write(`book${ending}`, 'x')
    await expect(readTables(file)).rejects.toThrow(`is a ${ending} workbook, which is not read: save it as .xlsx.`)
  })

  test.each(['deals.pdf', 'deals'])('the unknown ending of %s', async (name) => {
    await expect(readTables(await folder.write(name, 'x'))).rejects.toThrow(
      /has the unknown ending ".*": give a \.xlsx, \.csv/,
    )
  })

  test.each(['deals.CSV', 'deals.tsv', 'deals.txt', 'deals.tab'])('%s is read as text', async (name) => {
    const [sheet] = await readTables(await folder.write(name, 'a\tb\n1\t2\n'))
    expect(sheet).toEqual({
      file: folder.path(name),
      sheet: null,
      hidden: false,
      grid: [
        ['a', 'b'],
        ['1', '2'],
      ],
      notes: [],
    })
  })
})
