import { Field, Select } from '@fluentui/react-components'

export interface Option {
  readonly value: string
  readonly text: string
}

export interface OptionGroup {
  readonly title: string
  readonly options: readonly Option[]
}

const listed = (options: readonly Option[]) =>
  options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ))

/** A labelled list to choose one from; the browser's own, which works by touch, keyboard and screen reader alike. */
export const Choose = ({
  label,
  value,
  options,
  groups = [],
  hint,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly groups?: readonly OptionGroup[]
  readonly hint?: string
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
}) => (
  <Field label={label} {...(hint !== undefined && { hint })}>
    <Select value={value} disabled={disabled} onChange={(_, data) => onChange(data.value)}>
      {listed(options)}
      {groups
        .filter((group) => group.options.length > 0)
        .map((group) => (
          <optgroup key={group.title} label={group.title}>
            {listed(group.options)}
          </optgroup>
        ))}
    </Select>
  </Field>
)
