import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from './browser/launch.ts'

const folder = 'excel-addin/icons'

/** The product's own icon in every size that Excel and its store ask for; those of the commands as the ribbon does. */
const icons = [
  { name: 'spm', sizes: [16, 32, 64, 80, 128] },
  ...['pack', 'refresh', 'check', 'use-table'].map((name) => ({ name, sizes: [16, 32, 80] })),
]

const draw = async (page: Page, name: string, size: number): Promise<void> => {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  const file = join(folder, `${name}-${size}.png`)
  writeFileSync(file, await page.screenshot({ omitBackground: true }))
  console.log(file)
}

/** `npm run icons`: draws the icons of the add-in from their SVG. */
const main = async (): Promise<void> => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    for (const { name, sizes } of icons) for (const size of sizes) await draw(page, name, size)
  } finally {
    await browser.close()
  }
}

await main()
