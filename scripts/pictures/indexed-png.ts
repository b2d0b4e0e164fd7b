import { crc32, deflateSync } from 'node:zlib'
import type { PageImage } from './page-image.ts'

/** As many as a byte can name. */
const mostColours = 256
const bits = 5

/** Colours that differ by less than the eye sees share a cell. */
const cellOf = (pixels: Buffer, at: number): number => {
  const part = (i: number): number => (pixels[at + i] ?? 0) >> (8 - bits)
  return (part(0) << (2 * bits)) | (part(1) << bits) | part(2)
}

type Colour = readonly [red: number, green: number, blue: number]

/** The most frequent colour of each cell that occurs, the cell that covers most of the picture first. */
const frequentColours = ({ pixels }: PageImage): readonly (readonly [cell: number, colour: Colour])[] => {
  const counts = new Map<number, { total: number; readonly of: Map<number, number> }>()
  for (let at = 0; at < pixels.length; at += 3) {
    const cell = cellOf(pixels, at)
    const colour = pixels.readUIntBE(at, 3)
    const count = counts.get(cell) ?? { total: 0, of: new Map<number, number>() }
    count.total++
    count.of.set(colour, (count.of.get(colour) ?? 0) + 1)
    counts.set(cell, count)
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.total - one.total || a - b)
    .map(([cell, { of }]) => {
      const [[colour] = [0]] = [...of].sort((a, b) => b[1] - a[1] || a[0] - b[0])
      return [cell, [colour >> 16, (colour >> 8) & 255, colour & 255]] as const
    })
}

const distance = (a: Colour, b: Colour): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

const nearest = (palette: readonly Colour[], colour: Colour): number => {
  let best = 0
  palette.forEach((each, i) => {
    if (distance(each, colour) < distance(palette[best] ?? each, colour)) best = i
  })
  return best
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const headerOf = ({ width, height }: PageImage): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return header
}

/** Each row begins with the number of its filter: none. */
const indexRows = ({ width, height, pixels }: PageImage, indexOf: ReadonlyMap<number, number>): Buffer => {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + x + 1] = indexOf.get(cellOf(pixels, (y * width + x) * 3)) ?? 0
  return rows
}

/**
 * The picture as a PNG of at most 256 colours, which is a third of the size: a page has few.
 *
 * Source: W3C, Portable Network Graphics (third edition), sections 5, 9 and 11.
 */
export const indexedPng = (image: PageImage): Buffer => {
  const colours = frequentColours(image)
  const palette = colours.slice(0, mostColours).map(([, colour]) => colour)
  const indexOf = new Map(colours.map(([cell, colour], i) => [cell, i < mostColours ? i : nearest(palette, colour)]))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', headerOf(image)),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(indexRows(image, indexOf), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
