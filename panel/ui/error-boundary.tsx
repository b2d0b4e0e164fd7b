import { Component, type ReactNode } from 'react'
import { Button } from '@fluentui/react-components'
import { troubleOf, type Trouble } from '../session/trouble.ts'
import { TroubleNote } from './trouble-note.tsx'

interface Props {
  readonly children: ReactNode
}

/** A part that cannot be drawn says so in its place; the rest of the panel goes on. */
export class ErrorBoundary extends Component<Props, { readonly trouble: Trouble | null }> {
  override state: { readonly trouble: Trouble | null } = { trouble: null }

  static getDerivedStateFromError(error: unknown): { readonly trouble: Trouble } {
    const { details } = troubleOf(error)
    return {
      trouble: {
        sentence:
          'This part of the panel could not be shown. Your workbook was not changed. Show it again, or open another page.',
        details,
        cancelled: false,
      },
    }
  }

  override render(): ReactNode {
    const { trouble } = this.state
    if (trouble === null) return this.props.children
    return (
      <div className="spm-page">
        <TroubleNote trouble={trouble}>
          <Button size="small" onClick={() => this.setState({ trouble: null })}>
            Show again
          </Button>
        </TroubleNote>
      </div>
    )
  }
}
