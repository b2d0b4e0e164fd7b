import { useState, type ReactNode } from 'react'
import { Button } from '@fluentui/react-components'
import type { Trouble } from '../session/trouble.ts'
import { Note } from './note.tsx'

const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** The host's own words, copied where the browser allows it and shown where it does not. */
const CopyDetails = ({ details }: { readonly details: string }) => {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle')
  const press = async (): Promise<void> => setState((await copy(details)) ? 'copied' : 'shown')
  return (
    <>
      <Button size="small" onClick={() => void press()}>
        {state === 'copied' ? 'Details copied' : 'Copy details'}
      </Button>
      {state === 'shown' && (
        <pre className="spm-code" tabIndex={0} aria-label="Details">
          {details}
        </pre>
      )}
    </>
  )
}

/** A failure: what happened, why, what to do, and the buttons to do it. */
export const TroubleNote = ({ trouble, children }: { readonly trouble: Trouble; readonly children?: ReactNode }) => (
  <Note tone="error" text={trouble.sentence}>
    {children}
    {trouble.details !== '' && <CopyDetails details={trouble.details} />}
  </Note>
)
