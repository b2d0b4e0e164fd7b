import { DataNotice } from './data-notice.tsx'
import { PackForm } from './pack-form.tsx'
import { PackOutcome } from './pack-outcome.tsx'
import { RecoveryCard } from './recovery-card.tsx'
import { useSessionState } from './use-session.ts'
import { WelcomeCard } from './welcome-card.tsx'

/** The first page: what is to be settled first, then the pack. */
export const PackPage = () => {
  const { recovery, pack, view } = useSessionState()
  const blocked = recovery.at === 'found' || recovery.at === 'restoring' || recovery.at === 'failed'
  return (
    <>
      <div className="spm-head">
        <h2>Build meeting pack</h2>
        <p>Tabs in the order of the agenda, made from the tables of this workbook.</p>
      </div>
      <RecoveryCard />
      {!blocked && <WelcomeCard />}
      {!blocked && pack.at !== 'building' && <DataNotice />}
      {!blocked && (pack.at === 'idle' ? view !== null && <PackForm view={view} /> : <PackOutcome />)}
    </>
  )
}
