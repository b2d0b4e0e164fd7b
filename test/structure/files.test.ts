import { describe, expect, test } from '@jest/globals'
import { files, readText } from './repository.ts'

const longest = 300

/** Folders of one machine, and hosts that packages come from; each shows what a machine knew and the repository must not. */
const machinePath = /(?<![\w.-])(\/(work|root)\/|\/(home|Users)\/\w|[A-Z]:\\+Users\\)/
const registryHost = /\b(registry|npm|artifactory|nexus)\.[\w-]+\.[a-z]{2,}|"resolved"\s*:/

const isSource = (file: string): boolean =>
  /^(core|panel|excel-addin|sheets-addon|local)\/.*\.tsx?$/.test(file) && !file.endsWith('.generated.ts')
const isBinary = (file: string): boolean => /\.(xlsx|png|ico|zip)$/.test(file)
const texts = files.filter((file) => !isBinary(file)).map((file) => ({ file, text: readText(file) }))

const filesWith = (pattern: RegExp): readonly string[] =>
  texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe('files', () => {
  test(`no source file of a product is longer than ${longest} lines`, () => {
    const long = texts.filter(({ file, text }) => isSource(file) && text.split('\n').length - 1 > longest)
    expect(long.map(({ file }) => file)).toEqual([])
  })

  test('the patterns recognise what they are for', () => {
    expect(['', 'work', 'main'].join('/')).not.toMatch(registryHost)
    expect(['', 'work', 'main'].join('/')).toMatch(machinePath)
    expect(['', 'home', 'ann', 'spm'].join('/')).toMatch(machinePath)
    expect(['C:', 'Users', 'ann'].join('\\')).toMatch(machinePath)
    expect(['registry', 'example', 'org'].join('.')).toMatch(registryHost)
    expect('../shared and https://example.org/home/page').not.toMatch(machinePath)
  })

  test('no file names a folder of one machine', () => {
    expect(filesWith(machinePath)).toEqual([])
  })

  test('no file names a package registry', () => {
    expect(filesWith(registryHost)).toEqual([])
  })

  test('names are in kebab-case', () => {
    const code = files.filter((file) => /\.(tsx?|mjs)$/.test(file))
    expect(code.filter((file) => !/^([a-z0-9.-]+\/)*[a-z0-9]+([-.][a-z0-9]+)*$/.test(file))).toEqual([])
  })
})
