import { Button } from '@fluentui/react-components'
import { fire } from './fire.ts'
import { useGo } from './navigation.ts'
import { useSession } from './use-session.ts'

const steps: readonly string[] = [
  'Have a table of opportunities in the workbook: one header row, one row per deal. Exports of the usual CRM systems are recognised as they are.',
  'Look at Data: which table is which, and which cells to mend. Trust at the bottom says whether the numbers can be used.',
  'Build the pack, fill in the yellow cells in the meeting, and build it again next week: what was typed is kept.',
]

const Begin = () => {
  const session = useSession()
  const go = useGo()
  const { help } = session.port
  const welcome = (): void => {
    fire(session.welcome(false))
    go('pack')
  }
  return (
    <section className="spm-card" aria-label="How to begin">
      <ol className="spm-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="spm-row">
        <Button size="small" onClick={welcome}>
          Show welcome card
        </Button>
        <Button size="small" onClick={() => help('help/index.html')}>
          Open help
        </Button>
        <Button size="small" onClick={() => help('help/functions.html')}>
          Open function reference
        </Button>
      </div>
    </section>
  )
}

/** A heading, a sentence or two, and a page to read on. */
const Leaflet = ({
  title,
  text,
  button,
  page,
}: {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly page: string
}) => {
  const { help } = useSession().port
  return (
    <section className="spm-card" aria-label={title}>
      <h3>{title}</h3>
      <p>{text}</p>
      <div className="spm-row">
        <Button size="small" onClick={() => help(page)}>
          {button}
        </Button>
      </div>
    </section>
  )
}

const privacy =
  'Everything is worked out on this device. Nothing is sent anywhere, nobody signs in, and no use is recorded. Packs, mappings and settings are kept in this workbook and nowhere else.'

/** How to begin, where to read on, what happens to the data, and what this is. */
export const HelpPage = ({ version }: { readonly version: string }) => (
  <>
    <div className="spm-head">
      <h2>Help</h2>
      <p>From your tables to the next meeting in three steps.</p>
    </div>
    <Begin />
    <Leaflet title="Privacy" text={privacy} button="Read privacy page" page="privacy.html" />
    <Leaflet
      title="About"
      text={`SPM: sales performance management, version ${version}. MIT licence.`}
      button="Get support"
      page="support.html"
    />
  </>
)
