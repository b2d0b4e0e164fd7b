import { useId, useState, type ReactNode } from 'react'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up'

/** A row of a list that opens in place, so that the focus stays where it is; what is inside is drawn only when open. */
export const Disclosure = ({
  label,
  badge,
  children,
}: {
  readonly label: ReactNode
  readonly badge?: ReactNode
  readonly children: ReactNode
}) => {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="spm-item"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="spm-grow">{label}</span>
        {badge}
        {open ? <ChevronUpRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
      </button>
      {open && (
        <div id={id} className="spm-inside">
          {children}
        </div>
      )}
    </>
  )
}
