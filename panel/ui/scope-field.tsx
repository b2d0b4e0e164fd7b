import { useState } from 'react'
import { Field, Input } from '@fluentui/react-components'
import type { ScopeNames } from '../session/views.ts'
import { Choose, type OptionGroup } from './choose.tsx'

/** Stands for a filter that is typed; no name of a person or team can be this. */
const typed = '\u0000filter'

const group = (title: string, names: readonly string[]): OptionGroup => ({
  title,
  options: names.map((name) => ({ value: name, text: name })),
})

/** Whose figures: everybody, a team, a region, a person with everybody below, or a filter. */
export const ScopeField = ({
  value,
  scopes,
  onChange,
}: {
  readonly value: string
  readonly scopes: ScopeNames
  readonly onChange: (value: string) => void
}) => {
  const names = [...scopes.teams, ...scopes.regions, ...scopes.people]
  const [typing, setTyping] = useState(value !== '' && !names.includes(value))
  return (
    <>
      <Choose
        label="Scope"
        value={typing ? typed : value}
        options={[
          { value: '', text: 'Everybody' },
          { value: typed, text: 'Filter …' },
        ]}
        groups={[group('Teams', scopes.teams), group('Regions', scopes.regions), group('People', scopes.people)]}
        onChange={(chosen) => {
          setTyping(chosen === typed)
          onChange(chosen === typed ? '' : chosen)
        }}
      />
      {typing && (
        <Field label="Filter" hint="Field=value, several with semicolons: Region=Nordics;Product=Service">
          <Input value={value} onChange={(_, data) => onChange(data.value)} />
        </Field>
      )}
    </>
  )
}
