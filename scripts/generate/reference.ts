import { fieldLabel } from '#core/dataset/header'
import { sourceNames, type Field, type TableSchema } from '#core/dataset/schema'
import { settingKeys, settingsSchema, type SettingKey } from '#core/dataset/settings'
import { sourceTitles } from '#core/dataset/sources'
import { tableNames, tables } from '#core/dataset/tables/index'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { explanation } from '#core/metrics/explain'
import { winRate } from '#core/metrics/win-rate'
import { families, familyTitles } from '#core/metrics/families'
import type { Catalogue, Entry } from './catalogue.ts'
import { generatedMark, markdownPage, markdownTable } from './markdown.ts'
import { explainPage } from './explain-page.ts'
import { glossaryPage } from './glossary-page.ts'
import { fixturePage, metricPage } from './metric-page.ts'
import type { Output } from './output.ts'

export const referenceFolder = 'docs/reference'

const cataloguePage = (entries: readonly Entry[]): string =>
  markdownPage([
    generatedMark,
    '# Reference',
    `Every metric is a command (\`spm metric NAME\`); its signatures as a function of Excel (\`SPM.NAME\`) and of Google Sheets (\`SPM_NAME\`) are those that the add-ins will have. See also [the glossary](glossary.md), [tables](tables.md), [settings](settings.md) and [the ten deals](ten-deals.md) that most examples look at.`,
    ...families.flatMap((family) => {
      const rows = entries.flatMap(({ metric }) =>
        metric.family === family ? [[`[${metric.name}](${metric.name}.md)`, metric.title, metric.about]] : [],
      )
      return rows.length === 0 ? [] : [`## ${familyTitles[family]}`, markdownTable(['Metric', 'Title', 'Tells'], rows)]
    }),
    '## Any of them',
    markdownTable(
      ['Metric', 'Title', 'Tells'],
      [[`[${explanation.name}](${explanation.name}.md)`, explanation.title, explanation.about]],
    ),
  ])

const settingRow = (key: SettingKey): readonly string[] => {
  const setting = settingsSchema[key]
  const shown = String(setting.default)
  const fallback = shown === '' ? '' : `\`${shown}\``
  switch (setting.type) {
    case 'number':
      return [
        `\`${key}\``,
        `number from ${setting.minimum} to ${setting.maximum}`,
        setting.unit,
        fallback,
        setting.about,
      ]
    case 'choice':
      return [`\`${key}\``, setting.values.join(' or '), '', fallback, setting.about]
    case 'text':
      return [`\`${key}\``, 'text', '', fallback, setting.about]
  }
}

const settingsPage = (): string =>
  markdownPage([
    generatedMark,
    '# Settings',
    'Settings stand in a tab `SPM Settings` (columns section, key, value), in the file that `--config` names, or after `--set`. Options overrule the file, and the file overrules the tab. `spm map FILE… --save spm.json` writes into such a file which column feeds which field; that counts for files with the same headers.',
    'Rows of section `map` say which column feeds a field: key `deals.owner`, value `Account manager`. Rows of section `tables` say which range is a table: key `deals`, value the name of its tab, or of a table or named range where the program at hand knows them; the command line knows tabs.',
    markdownTable(['Key', 'Takes', 'Unit', 'Left out', 'What it does'], settingKeys.map(settingRow)),
  ])

const wordsOf = (schema: TableSchema, field: string): string =>
  sourceNames
    .flatMap((source) => {
      const behind = (schema.substitutes?.[source]?.[field] ?? []).map((word) => `${word} (where these are blank)`)
      const words = [...(schema.synonyms[source]?.[field] ?? []), ...behind]
      return words.length === 0 ? [] : [`${sourceTitles[source]}: ${words.join(', ')}`]
    })
    .join('; ')

const kindText = ({ kind, values }: Field): string => (values === undefined ? kind : `${kind}: ${values.join(', ')}`)

const tableBlocks = (schema: TableSchema): readonly string[] => [
  `## ${schema.title}`,
  `\`${schema.name}\`. ${schema.about}`,
  `Recognised by ${schema.marks.map((mark) => mark.map(fieldLabel).join(' + ')).join(', or ')}.`,
  markdownTable(
    ['Field', 'Holds', 'Level', 'What it is', 'Other words for it'],
    Object.entries(schema.fields).map(([name, field]) => [
      `\`${name}\``,
      kindText(field),
      field.level ?? '',
      field.about,
      wordsOf(schema, name),
    ]),
  ),
]

const tablesPage = (): string =>
  markdownPage([
    generatedMark,
    '# Tables',
    'A range is recognised by its header row. Case, accents, spaces and punctuation make no difference, and each field may be called by its own name. What is `derived` is worked out from other columns.',
    ...tableNames.flatMap((name) => tableBlocks(tables[name])),
  ])

/** Every page of the reference. */
export const referencePages = ({ entries, fixtures }: Catalogue): readonly Output[] => [
  { file: `${referenceFolder}/README.md`, text: cataloguePage(entries) },
  { file: `${referenceFolder}/glossary.md`, text: glossaryPage(entries.map(({ metric }) => metric)) },
  { file: `${referenceFolder}/settings.md`, text: settingsPage() },
  { file: `${referenceFolder}/tables.md`, text: tablesPage() },
  { file: `${referenceFolder}/ten-deals.md`, text: fixturePage(fixtures) },
  { file: `${referenceFolder}/${explanation.name}.md`, text: explainPage(winRate, tenDeals) },
  ...entries.map((entry) => ({
    file: `${referenceFolder}/${entry.metric.name}.md`,
    text: metricPage(entry, fixtures),
  })),
]
