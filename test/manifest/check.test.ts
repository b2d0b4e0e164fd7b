import { describe, expect, test } from '@jest/globals'
import { commandNames } from '#excel-addin/commands/names.ts'
import { checkManifest, rules } from '#scripts/manifest/check'
import { readXml } from '#scripts/manifest/read-xml'
import type { Subject } from '#scripts/manifest/subject'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText, root } from '../structure/repository.ts'

const xml = readText('manifest.xml')
const text = Buffer.from('a page')

/** The hosted folder: the icons of the repository, and a page by each other name that the build gives. */
const file = (path: string): Uint8Array | null => {
  if (path.startsWith('icons/')) {
    const found = join(root, 'excel-addin', path)
    return existsSync(found) ? readFileSync(found) : null
  }
  return /^(taskpane|support|privacy|help\/index)\.html$|^functions\.json$|^assets\/functions\.js$/.test(path)
    ? text
    : null
}

const subjectOf = (manifest: string, changes: Partial<Subject> = {}): Subject => ({
  manifest: readXml(manifest),
  base: 'https://localhost:3000/',
  version: '0.1.0',
  file,
  functions: { declared: ['WIN_RATE', 'TRUST'], associated: ['TRUST', 'WIN_RATE'] },
  commands: commandNames,
  ...changes,
})

const complaintsOf = (subject: Subject): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    checkManifest(subject).flatMap(({ rule, complaints }) => (complaints.length > 0 ? [[rule, complaints]] : [])),
  )

/** For each rule what breaks it: the text to replace, its replacement, and the sentence that is said. */
const broken: readonly (readonly [rule: RegExp, from: string | RegExp, to: string, sentence: RegExp])[] = [
  [/schema/, '<ProviderName>SPM</ProviderName>', '', /<OfficeApp> lacks <ProviderName>/],
  [/schema/, /( *<Version>.*\n)( *<ProviderName>.*\n)/, '$2$1', /<Version> stands too late in <OfficeApp>/],
  [/schema/, '<Hosts>', '<Hosts><Colour/>', /<Hosts> may not hold <Colour>/],
  [/schema/, /(<DefaultLocale>.*\n)/, '$1$1', /<OfficeApp> holds <DefaultLocale> twice/],
  [/GUID/, /<Id>.*<\/Id>/, '<Id>spm</Id>', /the id spm is no GUID/],
  [/GUID/, '0.1.0.0', '0.2.0.0', /the version is 0\.2\.0\.0; the package has 0\.1\.0/],
  [
    /requirement sets/,
    'Name="ExcelApi" MinVersion="1.9"',
    'Name="ExcelApi" MinVersion="1.14"',
    /ExcelApi 1\.14 should be 1\.9/,
  ],
  [/requirement sets/, '<Set Name="SharedRuntime" MinVersion="1.1"/>', '', /SharedRuntime is missing/],
  [/permission/, 'ReadWriteDocument', 'ReadWriteMailbox', /the permission is ReadWriteMailbox/],
  [/every resid/, 'resid="Refresh.Tip"', 'resid="Refresh.Hint"', /the resid Refresh\.Hint is not defined/],
  [
    /every resid/,
    '<FunctionFile resid="Taskpane.Url"/>',
    '<FunctionFile resid="Refresh.Tip"/>',
    /a <bt:Url> is needed/,
  ],
  [/at most 32/, /Refresh\.Tip/g, `Refresh.${'x'.repeat(25)}`, /has 33 characters, at most 32/],
  [
    /at most 32/,
    '<bt:ShortStrings>',
    '<bt:ShortStrings><bt:String id="Spare" DefaultValue="Spare"/>',
    /Spare is used nowhere/,
  ],
  [
    /at most 32/,
    '<bt:ShortStrings>',
    '<bt:ShortStrings><bt:String id="Help.Url" DefaultValue="Help"/>',
    /Help\.Url is taken/,
  ],
  [
    /as short as/,
    'DefaultValue="Check data"',
    `DefaultValue="${'x'.repeat(126)}"`,
    /CheckData\.Label has 126 characters, at most 125/,
  ],
  [
    /as short as/,
    /<Description DefaultValue="[^"]*"/,
    `<Description DefaultValue="${'x'.repeat(251)}"`,
    /251 characters, at most 250/,
  ],
  [
    /every address/,
    'https://localhost:3000/functions.json',
    'http://localhost:3000/functions.json',
    /does not begin with https/,
  ],
  [
    /every address/,
    'https://localhost:3000/functions.json',
    'https://elsewhere.example/functions.json',
    /is not below/,
  ],
  [
    /every address/,
    'https://localhost:3000/functions.json',
    'https://localhost:3000/gone.json',
    /there is no file gone\.json/,
  ],
  [
    /every address/,
    '</AppDomains>',
    '<AppDomain>https://elsewhere.example</AppDomain></AppDomains>',
    /elsewhere\.example is not https:\/\/localhost:3000/,
  ],
  [/icons/, 'icons/refresh-80.png', 'icons/refresh-32.png', /refresh-32\.png is 32 × 32 pixels; 80 × 80 are needed/],
  [/icons/, '<bt:Image size="80" resid="Check.80"/>', '', /the icon of 80 pixels is missing/],
  [/icons/, 'icons/spm-64.png', 'taskpane.html', /is no PNG; 64 × 64/],
  [/support, help/, /<SupportUrl .*\n/, '', /<SupportUrl> is missing/],
  [/one long runtime/, 'lifetime="long"', 'lifetime="short"', /the lifetime is short/],
  [
    /one long runtime/,
    '<FunctionFile resid="Taskpane.Url"/>',
    '<FunctionFile resid="Help.Url"/>',
    /<FunctionFile> has the resid Help\.Url/,
  ],
  [/one long runtime/, /<Runtimes>[^]*<\/Runtimes>/, '', /there are 0 runtimes/],
  [/one long runtime/, /(<Runtimes>[^]*<\/Runtimes>)([^]*<\/AllFormFactors>)/, '$2$1', /<Runtimes> is not the first/],
  [/name space/, 'DefaultValue="SPM"/', 'DefaultValue="SALES"/', /the name space is "SALES"/],
  [/buttons run/, '<FunctionName>refresh<', '<FunctionName>renew<', /a button runs renew.*/],
  [/ids of their own/, 'id="Spm.Refresh"', 'id="Spm.CheckData"', /Spm\.CheckData is taken twice/],
]

describe('the manifest', () => {
  test('breaks no rule', () => {
    expect(complaintsOf(subjectOf(xml))).toEqual({})
  })

  test.each(broken)('%s: %s → %s is found', (rule, from, to, sentence) => {
    const changed = xml.replace(from, to)
    expect(changed).not.toBe(xml)
    const found = Object.entries(complaintsOf(subjectOf(changed))).filter(([name]) => rule.test(name))
    expect(found.flatMap(([, complaints]) => complaints).join('\n')).toMatch(sentence)
  })

  test('that is not well-formed is refused with its place', () => {
    expect(() => readXml(xml.replace('</Requirements>', ''))).toThrow(/^\d+:\d+: unexpected close tag/)
    expect(() => readXml(xml.replace(/ xmlns:bt="[^"]*"/, ''))).toThrow(/unbound namespace prefix/)
  })

  test('functions that the code does not associate, or functions.json does not declare, are found', () => {
    const functions = { declared: ['WIN_RATE', 'WIN_RATE', 'x'], associated: ['WIN_RATE', 'TRUST'] }
    const complaints = Object.values(complaintsOf(subjectOf(xml, { functions }))).flat()
    expect(complaints).toEqual([
      'x is declared, and no code is associated with it.',
      'TRUST is associated, and functions.json does not declare it.',
      'WIN_RATE is declared twice.',
      'x is no name of a function.',
    ])
  })

  test('a command without a button, and a page that was not built, are found', () => {
    const without = (path: string): Uint8Array | null => (path === 'privacy.html' ? null : file(path))
    const subject = subjectOf(xml, { commands: [...commandNames, 'undo'], file: without })
    expect(Object.values(complaintsOf(subject)).flat()).toEqual([
      'there is no page privacy.html.',
      'undo is associated, and no button runs it.',
    ])
  })

  test('every rule is broken by a test', () => {
    const tried = rules.filter(({ name }) => broken.some(([rule]) => rule.test(name)))
    expect(rules.map(({ name }) => name).filter((name) => !tried.some((rule) => rule.name === name))).toEqual([
      'functions.json declares exactly the functions that the code associates',
    ])
  })
})
