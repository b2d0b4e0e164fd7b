import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isInstalled } from './program.ts'

export const hasPdfToText = (): boolean => isInstalled('pdftotext', '-v')

/** The pages of a PDF that LibreOffice wrote: it leaves their objects unpacked. */
export const countPages = (path: string): number =>
  readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** The text of each page, by Poppler's pdftotext, which ends each with a form feed. */
export const pageTexts = (path: string): readonly string[] =>
  execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .split('\f')
    .slice(0, -1)
