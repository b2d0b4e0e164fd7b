import { Marked, type Tokens } from 'marked'
import { siteLink } from './site-links.ts'

/** A page of the hosted folder, made from a Markdown file. */
export interface Page {
  /** Below the hosted folder, such as `help/glossary.html`. */
  readonly path: string
  readonly title: string
  readonly markdown: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The anchor of a heading: what GitHub makes of it, but the name of a function as it is. */
const anchorOf = (heading: string): string => {
  const text = heading.replaceAll('`', '')
  return /^[A-Z_]+$/.test(text)
    ? text
    : text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(/\s/g, '-')
}

/** Of several headings with the same words only the first has an anchor. */
const markedFor = (path: string): Marked => {
  const taken = new Set<string>()
  const idFor = (heading: string): string => {
    const anchor = anchorOf(heading)
    if (taken.has(anchor)) return ''
    taken.add(anchor)
    return ` id="${escaped(anchor)}"`
  }
  return new Marked({
    renderer: {
      heading(this: { parser: { parseInline(tokens: Tokens.Heading['tokens']): string } }, token: Tokens.Heading) {
        const { depth, text, tokens } = token
        return `<h${depth}${idFor(text)}>${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
    },
    walkTokens(token) {
      if (token.type === 'link') token.href = siteLink(path, token.href)
    },
  })
}

const ups = (path: string): string => '../'.repeat(path.split('/').length - 1)

const navigation: readonly (readonly [title: string, path: string])[] = [
  ['First steps', 'help/index.html'],
  ['Functions', 'help/functions.html'],
  ['Glossary', 'help/glossary.html'],
  ['Support', 'support.html'],
  ['Privacy', 'privacy.html'],
]

/** One HTML file: no script, one style sheet of the same folder, readable at any width and in either scheme. */
export const renderPage = ({ path, title, markdown }: Page): string => {
  const up = ups(path)
  const links = navigation.map(([name, to]) =>
    to === path ? `<a href="${up}${to}" aria-current="page">${name}</a>` : `<a href="${up}${to}">${name}</a>`,
  )
  const wide = markedFor(path)
    .parse(markdown, { async: false })
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>${escaped(title)} · SPM</title>
<link rel="icon" href="${up}icons/spm-32.png">
<link rel="stylesheet" href="${up}pages.css">
</head>
<body>
<header><a class="brand" href="${up}help/index.html"><img src="${up}icons/spm-32.png" width="24" height="24" alt="">SPM</a>
<nav aria-label="Pages">${links.join(' ')}</nav></header>
<main>
${wide}</main>
</body>
</html>
`
}
