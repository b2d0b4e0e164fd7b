import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexedPng } from './pictures/indexed-png.ts'
import { drawPage } from './pictures/page-image.ts'
import { convert, hasLibreOffice } from './verify/libreoffice.ts'
import { hasPdfToText, pageTexts } from './verify/pdf.ts'

const folder = 'docs/pictures'
const width = 1100
const largest = 150_000

/** The pages that the documentation shows, by the title at their top. */
const pictures = [
  { file: 'team-cover.png', title: 'Sales team meeting' },
  { file: 'team-trust.png', title: 'Trust' },
  { file: 'team-forecast.png', title: 'Forecast' },
  { file: 'team-funnel.png', title: 'Funnel shape' },
  { file: 'team-long-term.png', title: 'Long term' },
  { file: 'team-progress.png', title: 'Progress since the last review' },
  { file: 'team-review.png', title: 'Opportunity review' },
  { file: 'team-activity.png', title: 'Sales activity' },
]

const pageOf = (texts: readonly string[], title: string): number => {
  const page = texts.findIndex((text) => text.trimStart().startsWith(title))
  if (page < 0) throw new Error(`The pack has no page "${title}": correct its title in scripts/pictures.ts.`)
  return page + 1
}

const draw = (pdf: string): void => {
  const texts = pageTexts(pdf)
  mkdirSync(folder, { recursive: true })
  for (const { file, title } of pictures) {
    const png = indexedPng(drawPage(pdf, pageOf(texts, title), width))
    if (png.length > largest) throw new Error(`${file} has ${png.length} bytes, at most ${largest} are committed.`)
    writeFileSync(join(folder, file), png)
    console.log(`${folder}/${file} ${Math.round(png.length / 1000)} kB`)
  }
}

/** `npm run pictures`: pages of the sample's team pack, as LibreOffice prints them. */
const main = async (): Promise<void> => {
  if (!hasLibreOffice() || !hasPdfToText())
    throw new Error('Pictures need soffice and Poppler on the PATH: install libreoffice-calc and poppler-utils.')
  const draft = mkdtempSync(join(tmpdir(), 'spm-pictures-'))
  try {
    const pack = join(draft, 'team.xlsx')
    const words = ['pack', 'TEAM', 'samples/sample.xlsx', '--out', pack, '--quiet']
    execFileSync(process.execPath, ['local/cli/spm.mjs', ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
    draw(await convert(pack, 'pdf', draft))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

await main()
