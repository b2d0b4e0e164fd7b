import { execFileSync } from 'node:child_process'

/** A picture of a page; three bytes for each pixel, row by row. */
export interface PageImage {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

/** A portable pixmap with one byte for each colour, as `P6 1100 778 255` and the pixels. */
const readPixmap = (bytes: Buffer): PageImage => {
  const [head = '', width = '', height = ''] = /^P6\s(\d+) (\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
  if (head === '') throw new Error('pdftoppm gave no pixmap: is the page in the file?')
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) }
}

/** Draws one page of a PDF (the first is 1) by Poppler's pdftoppm, so many pixels wide. */
export const drawPage = (pdf: string, page: number, width: number): PageImage => {
  const pages = ['-f', String(page), '-l', String(page)]
  const size = ['-scale-to-x', String(width), '-scale-to-y', '-1']
  return readPixmap(execFileSync('pdftoppm', [...pages, ...size, pdf], { maxBuffer: 1 << 28 }))
}
