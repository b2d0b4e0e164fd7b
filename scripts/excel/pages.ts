import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { renderPage, type Page } from './page.ts'
import { sitePath } from './site-links.ts'

const titleIn = (markdown: string, file: string): string => {
  const title = /^# (.+)$/m.exec(markdown)?.[1]
  if (title === undefined) throw new Error(`${file} has no heading of the first level.`)
  return title.replaceAll('`', '')
}

/** What readers of a hosted page have no use for: the mark of a generated file, and links into the code. */
const withoutSources = (markdown: string): string =>
  markdown
    .replace(/^<!--.*?-->\n+/, '')
    .replaceAll(/, see \[[^\]]*\]\(\.\.\/\.\.\/core[^)]*\)/g, '')
    .replaceAll(/^\| Command line .*\n/gm, '')
    .replaceAll(/^spm .*\n/gm, '')

const pageOf = (root: string, file: string): Page => {
  const markdown = withoutSources(readFileSync(join(root, file), 'utf8'))
  const path = sitePath(file)
  if (path === null) throw new Error(`${file} has no page in the hosted folder.`)
  return { path, title: titleIn(markdown, file), markdown }
}

const isFunction = ({ title }: Page): boolean => /^[A-Z_]+$/.test(title)

/** A function on the page of all functions: what it is, how to ask, its arguments and its result. */
const sectionOf = ({ title, markdown }: Page): string => {
  const [head = '', ...parts] = markdown.split(/^(?=## )/m)
  const kept = parts.filter((part) => /^## (How to ask|Arguments|Result)\n/.test(part))
  const lowered = [head, ...kept].join('').replaceAll(/^(#+) /gm, '#$1 ')
  return `${lowered.trim()}\n\n[Examples of ${title}](${title}.md)\n`
}

/** The list of functions, then each of them under its name, which is the anchor that Excel opens. */
const functionsPage = (list: Page, functions: readonly Page[]): Page => ({
  ...list,
  title: 'Functions',
  markdown: [
    '# Functions\n',
    list.markdown
      .split(/^(?=## )/m)
      .slice(1)
      .join('')
      .replaceAll(/\]\(([A-Z_]+)\.md\)/g, '](#$1)'),
    ...functions.map(sectionOf),
  ].join('\n'),
})

/** The help, support and privacy pages of the hosted folder, from the Markdown files of `docs/`. */
const pages = (root: string): readonly Page[] => {
  const all = readdirSync(join(root, 'docs/reference'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => pageOf(root, `docs/reference/${name}`))
  const list = pageOf(root, 'docs/reference/README.md')
  const single = ['docs/excel.md', 'docs/rules.md', 'docs/support.md', 'docs/privacy.md']
  return [...single.map((file) => pageOf(root, file)), functionsPage(list, all.filter(isFunction)), ...all]
}

/** The same pages as the files of the hosted folder. */
export const pageFiles = (root: string): readonly { readonly path: string; readonly text: string }[] =>
  pages(root).map((page) => ({ path: page.path, text: renderPage(page) }))
