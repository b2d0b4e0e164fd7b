import type { ReactNode } from 'react'

/** A sentence that asks for attention, and the buttons to act on it; a failure is read out at once. */
export const Note = ({
  tone,
  text,
  children,
}: {
  readonly tone: 'info' | 'success' | 'warning' | 'error'
  readonly text: ReactNode
  readonly children?: ReactNode
}) => (
  <div className="spm-note" data-tone={tone} {...(tone === 'error' && { role: 'alert' })}>
    <p>{text}</p>
    {children !== undefined && <div className="spm-row">{children}</div>}
  </div>
)
