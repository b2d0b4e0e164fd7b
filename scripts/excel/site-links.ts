import { posix } from 'node:path'

/** Where the Markdown files of `docs/` are read in the hosted folder. */
const places: Readonly<Record<string, string>> = {
  'docs/support.md': 'support.html',
  'docs/privacy.md': 'privacy.html',
  'docs/excel.md': 'help/index.html',
  'docs/rules.md': 'help/rules.html',
  'docs/reference/README.md': 'help/functions.html',
}

/** The page that a Markdown file of the repository becomes; `null` where it becomes none. */
export const sitePath = (file: string): string | null => {
  const inReference = /^docs\/reference\/(.+)\.md$/.exec(file)?.[1]
  return places[file] ?? (inReference === undefined ? null : `help/${inReference}.html`)
}

const sources = new Map(Object.entries(places).map(([file, path]) => [path, file]))

/** The Markdown file that a page is made of. */
const sourceOf = (path: string): string =>
  sources.get(path) ?? path.replace(/^help\/(.+)\.html$/, 'docs/reference/$1.md')

/** A link of a Markdown file as it has to read on its page. Files that become no page are reached by their name alone. */
export const siteLink = (path: string, link: string): string => {
  if (/^([a-z]+:|#)/.test(link)) return link
  const [file = '', anchor] = link.split('#')
  const target = sitePath(posix.join(posix.dirname(sourceOf(path)), file))
  if (target === null) return '#'
  const relative = posix.relative(posix.dirname(path), target)
  return anchor === undefined ? relative : `${relative}#${anchor}`
}
