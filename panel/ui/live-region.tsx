import type { SessionState } from '../session/state.ts'
import { useSessionState } from './use-session.ts'

const packWords = ({ pack }: SessionState): string => {
  switch (pack.at) {
    case 'idle':
      return ''
    case 'building':
      return pack.cancelling ? 'Cancelling.' : 'Building the meeting pack.'
    case 'written':
      return `The pack is ready: ${pack.result.tabs.length} tabs written.`
    case 'cancelled':
      return 'Cancelled. The workbook is as it was.'
    case 'failed':
      return pack.trouble.sentence
    case 'undoing':
      return 'Undoing the run.'
    case 'undone':
      return 'Undone. The workbook is as it was before the run.'
  }
}

const dataWords = ({ data, view }: SessionState): string => {
  switch (data.at) {
    case 'unread':
      return ''
    case 'reading':
      return 'Reading the tables.'
    case 'ready':
      return view === null
        ? ''
        : `Tables read. Trust: ${view.trust.status === 'Unknown' ? 'not known' : view.trust.status}.`
    case 'cancelled':
      return 'Reading was cancelled.'
    case 'failed':
      return data.trouble.sentence
  }
}

/** Says what changed to those who do not see it; without percentages, which would be read out one by one. */
export const LiveRegion = () => {
  const state = useSessionState()
  return (
    <div className="spm-hidden">
      <p role="status">{dataWords(state)}</p>
      <p role="status">{packWords(state)}</p>
    </div>
  )
}
