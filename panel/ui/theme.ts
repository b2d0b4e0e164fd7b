import { useSyncExternalStore } from 'react'
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components'
import type { HostFacts } from '../port.ts'

export type Look = 'light' | 'dark' | 'contrast'

/** A green that stands for the product in every host, dark enough for white text. */
const brandLight: Partial<Theme> = {
  colorBrandBackground: '#0f6b4f',
  colorBrandBackgroundHover: '#0b5a42',
  colorBrandBackgroundPressed: '#084534',
  colorBrandBackgroundSelected: '#0b5a42',
  colorBrandForeground1: '#0f6b4f',
  colorBrandForeground2: '#0b5a42',
  colorBrandForegroundLink: '#0f6b4f',
  colorBrandForegroundLinkHover: '#0b5a42',
  colorBrandForegroundLinkPressed: '#084534',
  colorBrandStroke1: '#0f6b4f',
  colorCompoundBrandStroke: '#0f6b4f',
  colorCompoundBrandStrokeHover: '#0b5a42',
  colorCompoundBrandStrokePressed: '#084534',
  colorCompoundBrandForeground1: '#0f6b4f',
  colorCompoundBrandForeground1Hover: '#0b5a42',
  colorCompoundBrandForeground1Pressed: '#084534',
  colorCompoundBrandBackground: '#0f6b4f',
  colorNeutralForeground2BrandHover: '#0f6b4f',
  colorNeutralForeground2BrandPressed: '#0b5a42',
}

const brandDark: Partial<Theme> = {
  colorBrandBackground: '#12805e',
  colorBrandBackgroundHover: '#0f6b4f',
  colorBrandBackgroundPressed: '#0b5a42',
  colorBrandForeground1: '#5cc9a3',
  colorBrandForeground2: '#7fd6b7',
  colorBrandForegroundLink: '#5cc9a3',
  colorBrandForegroundLinkHover: '#7fd6b7',
  colorBrandForegroundLinkPressed: '#5cc9a3',
  colorBrandStroke1: '#5cc9a3',
  colorCompoundBrandStroke: '#5cc9a3',
  colorCompoundBrandStrokeHover: '#7fd6b7',
  colorCompoundBrandStrokePressed: '#5cc9a3',
  colorCompoundBrandForeground1: '#5cc9a3',
  colorCompoundBrandForeground1Hover: '#7fd6b7',
  colorCompoundBrandForeground1Pressed: '#5cc9a3',
  colorCompoundBrandBackground: '#5cc9a3',
  colorNeutralForeground2BrandHover: '#5cc9a3',
  colorNeutralForeground2BrandPressed: '#7fd6b7',
}

export const themes: Readonly<Record<Look, Theme>> = {
  light: { ...webLightTheme, ...brandLight },
  dark: { ...webDarkTheme, ...brandDark },
  contrast: teamsHighContrastTheme,
}

const darkQuery = '(prefers-color-scheme: dark)'

const matches = (query: string): boolean => typeof matchMedia === 'function' && matchMedia(query).matches

const subscribe = (changed: () => void): (() => void) => {
  if (typeof matchMedia !== 'function') return () => undefined
  const list = matchMedia(darkQuery)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** The look of the host where it tells, else that of the system; forced colours are the browser's own. */
export const useLook = (told: HostFacts['theme']): Look => {
  const system = useSyncExternalStore(subscribe, (): Look => (matches(darkQuery) ? 'dark' : 'light'))
  return told ?? system
}
