import { Field, Input } from '@fluentui/react-components'
import { referenceTo } from '../formula/write-formula.ts'
import type { ArgumentView } from '../session/catalogue-view.ts'
import { Choose, type Option } from './choose.tsx'
import { useSession, useSessionState } from './use-session.ts'

const leftOutOption = (words: string): Option => ({ value: '', text: `Left out: ${words}` })

const optionsOf = ({ kind, leftOut }: ArgumentView, ranges: readonly Option[]): readonly Option[] | null => {
  switch (kind.type) {
    case 'table':
      return [leftOutOption(leftOut), ...ranges]
    case 'choice':
      return [leftOutOption(leftOut), ...kind.values.map((value) => ({ value, text: value }))]
    case 'flag':
      return [leftOutOption(leftOut), ...['TRUE', 'FALSE'].map((value) => ({ value, text: value }))]
    case 'number':
    case 'date':
    case 'text':
      return null
  }
}

/** One argument, filled in as its kind asks for. */
export const ArgumentField = ({
  argument,
  value,
  doubt,
  onChange,
}: {
  readonly argument: ArgumentView
  readonly value: string
  readonly doubt: string | null
  readonly onChange: (value: string) => void
}) => {
  const { host } = useSession().port.facts
  const { view } = useSessionState()
  const ranges = (view?.ranges ?? []).map((range) => ({ value: referenceTo(range, host), text: range.name }))
  const own = value === '' || ranges.some((range) => range.value === value) ? [] : [{ value, text: value }]
  const options = optionsOf(argument, [...own, ...ranges])
  const { name, about, leftOut, kind } = argument
  if (options !== null) return <Choose label={name} value={value} options={options} hint={about} onChange={onChange} />
  return (
    <Field label={name} hint={`${about} Left out: ${leftOut}.`} {...(doubt !== null && { validationMessage: doubt })}>
      <Input
        type={kind.type === 'date' ? 'date' : 'text'}
        inputMode={kind.type === 'number' ? 'decimal' : 'text'}
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  )
}
