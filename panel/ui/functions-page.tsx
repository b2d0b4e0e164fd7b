import { useMemo, useState } from 'react'
import { Field, Input } from '@fluentui/react-components'
import type { CatalogueView, FunctionView } from '../session/catalogue-view.ts'
import { Choose } from './choose.tsx'
import { Disclosure } from './disclosure.tsx'
import { FunctionForm } from './function-form.tsx'
import { useSession, useSessionState } from './use-session.ts'

/** Every word of the search stands in the name, the title or the sentence; a name that begins with it comes first. */
const searchIn = (functions: readonly FunctionView[], family: string, search: string): readonly FunctionView[] => {
  const words = search
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '')
  const hay = ({ name, title, about }: FunctionView): string =>
    `${name.replaceAll('_', ' ')} ${title} ${about}`.toLowerCase()
  const first = ({ name }: FunctionView): number =>
    words.length > 0 && name.toLowerCase().replaceAll('_', ' ').startsWith(words.join(' ')) ? 0 : 1
  return functions
    .filter((each) => (family === '' || each.family === family) && words.every((word) => hay(each).includes(word)))
    .sort((a, b) => first(a) - first(b))
}

const Catalogue = ({ catalogue }: { readonly catalogue: CatalogueView }) => {
  const { prefix } = useSession().port.facts
  const [search, setSearch] = useState('')
  const [family, setFamily] = useState('')
  const found = useMemo(() => searchIn(catalogue.functions, family, search), [catalogue, family, search])
  return (
    <>
      <Field label="Search functions">
        <Input type="search" value={search} onChange={(_, data) => setSearch(data.value)} />
      </Field>
      <Choose
        label="Subject"
        value={family}
        options={[{ value: '', text: 'All' }, ...catalogue.families.map((title) => ({ value: title, text: title }))]}
        onChange={setFamily}
      />
      <p className="spm-quiet" role="status">
        {found.length === 0
          ? 'No function has all of these words. Try fewer, or another subject.'
          : `${found.length} of ${catalogue.functions.length} functions`}
      </p>
      {found.length > 0 && (
        <ul className="spm-list">
          {found.map((each) => (
            <li key={each.name}>
              <Disclosure
                label={
                  <>
                    {each.title}
                    <span className="spm-where">
                      {prefix}
                      {each.name}
                    </span>
                  </>
                }
              >
                <FunctionForm view={each} />
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Every function with its arguments, its examples and the way into the selected cell. */
export const FunctionsPage = () => {
  const { catalogue } = useSessionState()
  return (
    <>
      <div className="spm-head">
        <h2>Functions</h2>
        <p>One question, one stated definition each. Insert one into the selected cell.</p>
      </div>
      {catalogue === null ? (
        <p className="spm-quiet">The functions are listed once the tables have been read.</p>
      ) : (
        <Catalogue catalogue={catalogue} />
      )}
    </>
  )
}
