import type { ReactNode } from 'react'

export type Tone = 'good' | 'warn' | 'bad' | 'none'

/** A word in its colour; the word says it too. */
export const Badge = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => (
  <span className="spm-badge" data-tone={tone}>
    {children}
  </span>
)
