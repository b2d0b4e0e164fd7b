import { useState } from 'react'
import { Button, Field, Input } from '@fluentui/react-components'
import type { SettingRow } from '../port.ts'
import type { SettingView } from '../session/views.ts'
import { Choose } from './choose.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useSession, useSessionState } from './use-session.ts'
import { useTask } from './use-task.ts'

type Edits = Readonly<Record<string, string>>

/** `fiscal_start_month` as people read it. */
const titleOf = (key: string): string => {
  const words = key.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const doubtIn = ({ takes }: SettingView, text: string): string | null => {
  if (takes.type !== 'number' || text.trim() === '') return null
  const number = Number(text)
  if (Number.isFinite(number) && number >= takes.minimum && number <= takes.maximum) return null
  return `This must be a number from ${takes.minimum} to ${takes.maximum}, written with a point.`
}

const leftOutWords = (leftOut: string): string => (leftOut === '' ? 'Not set' : `Left out: ${leftOut}`)

const SettingField = ({
  setting,
  value,
  onChange,
}: {
  readonly setting: SettingView
  readonly value: string
  readonly onChange: (value: string) => void
}) => {
  const { key, takes, leftOut } = setting
  const about = setting.about.replaceAll('`', '')
  if (takes.type === 'choice') {
    const options = [
      { value: '', text: leftOutWords(leftOut) },
      ...takes.values.map((each) => ({ value: each, text: each })),
    ]
    return <Choose label={titleOf(key)} value={value} options={options} hint={about} onChange={onChange} />
  }
  const doubt = doubtIn(setting, value)
  const unit = takes.type === 'number' ? takes.unit : undefined
  return (
    <Field label={titleOf(key)} hint={about} {...(doubt !== null && { validationMessage: doubt })}>
      <Input
        inputMode={takes.type === 'number' ? 'decimal' : 'text'}
        placeholder={leftOutWords(leftOut)}
        value={value}
        {...(unit !== undefined && { contentAfter: unit })}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  )
}

const SettingsForm = ({ settings }: { readonly settings: readonly SettingView[] }) => {
  const session = useSession()
  const [edits, setEdits] = useState<Edits>({})
  const task = useTask()
  const valueOf = ({ key, value }: SettingView): string => edits[key] ?? value
  const changed = settings.filter((setting) => valueOf(setting) !== setting.value)
  const doubtful = changed.filter((setting) => doubtIn(setting, valueOf(setting)) !== null)
  const canSave = changed.length > 0 && doubtful.length === 0 && !task.running
  const rows = changed.map((setting): SettingRow => ({
    section: 'settings',
    key: setting.key,
    value: valueOf(setting).trim(),
  }))
  return (
    <form
      className="spm-stack"
      aria-label="Settings"
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) task.run(() => session.save(rows).then(() => setEdits({})))
      }}
    >
      <div className="spm-card spm-fieldset">
        {settings.map((setting) => (
          <SettingField
            key={setting.key}
            setting={setting}
            value={valueOf(setting)}
            onChange={(value) => setEdits({ ...edits, [setting.key]: value })}
          />
        ))}
      </div>
      <div className="spm-bar">
        {task.trouble !== null && <TroubleNote trouble={task.trouble} />}
        <div className="spm-row">
          <Button type="submit" appearance="primary" disabledFocusable={!canSave}>
            Save settings
          </Button>
          <span className="spm-quiet" role="status">
            {changed.length > 0 ? `${changed.length} changed` : task.done ? 'Saved.' : ''}
          </span>
        </div>
      </div>
    </form>
  )
}

/** Fiscal year, currency, limits of trust and the rest; kept in the workbook, so that every host sees the same. */
export const SettingsPage = () => {
  const { view } = useSessionState()
  return (
    <>
      <div className="spm-head">
        <h2>Settings</h2>
        <p>Kept in the tab SPM Settings of this workbook, for everybody who opens it.</p>
      </div>
      {view === null ? (
        <p className="spm-quiet">Settings are shown once the tables have been read.</p>
      ) : (
        <SettingsForm settings={view.settings} />
      )}
    </>
  )
}
