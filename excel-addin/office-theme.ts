import type { HostFacts } from '#panel/port.ts'

/** Relative luminance below which white text reads better than black (WCAG 2.2). */
const darkest = 0.179

const channel = (hex: string): number => {
  const share = parseInt(hex, 16) / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** The look of Office by the colour behind the panel, `#rrggbb`; `null` where it says none. */
export const themeOf = (background: string | undefined): HostFacts['theme'] => {
  const [, red = '', green = '', blue = ''] =
    /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? '') ?? []
  if (red === '') return null
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue) < darkest ? 'dark' : 'light'
}
