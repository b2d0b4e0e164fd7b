import type { ReactNode } from 'react'
import { FluentProvider, Tab, TabList } from '@fluentui/react-components'
import { MathFormulaRegular } from '@fluentui/react-icons/svg/math-formula'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text'
import { TableRegular } from '@fluentui/react-icons/svg/table'
import type { Session } from '../session/session.ts'
import { DataPage } from './data-page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FunctionsPage } from './functions-page.tsx'
import { HelpPage } from './help-page.tsx'
import { LiveRegion } from './live-region.tsx'
import { NavigationContext, pages, pageTitles, useGo, usePage, type Navigation, type Page } from './navigation.ts'
import { PackPage } from './pack-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { themes, useLook } from './theme.ts'
import { TrustStrip } from './trust-strip.tsx'
import { SessionContext } from './use-session.ts'

const icons: Readonly<Record<Page, () => ReactNode>> = {
  pack: () => <SlideTextRegular aria-hidden />,
  data: () => <TableRegular aria-hidden />,
  functions: () => <MathFormulaRegular aria-hidden />,
  settings: () => <SettingsRegular aria-hidden />,
  help: () => <QuestionCircleRegular aria-hidden />,
}

/** Bars that rise to a goal line: the icon of the product. */
const Mark = () => (
  <svg className="spm-mark" viewBox="0 0 16 16" aria-hidden="true">
    <rect width="16" height="16" rx="3" fill="#0b5563" />
    <rect x="3" y="3" width="10" height="1" fill="#ffc233" />
    <path fill="#fff" d="M3 10h2v3H3zM7 8h2v5H7zM11 5h2v8h-2z" />
  </svg>
)

const Top = () => (
  <header className="spm-top">
    <Mark />
    <h1>SPM</h1>
  </header>
)

const Pages = () => {
  const page = usePage()
  const go = useGo()
  return (
    <nav className="spm-nav" aria-label="Pages">
      <TabList selectedValue={page} onTabSelect={(_, { value }) => go(pages.find((each) => each === value) ?? 'pack')}>
        {pages.map((each) => (
          <Tab key={each} value={each} id={`spm-tab-${each}`} icon={<>{icons[each]()}</>} aria-controls="spm-page">
            {pageTitles[each]}
          </Tab>
        ))}
      </TabList>
    </nav>
  )
}

const PageBody = ({ version }: { readonly version: string }) => {
  switch (usePage()) {
    case 'pack':
      return <PackPage />
    case 'data':
      return <DataPage />
    case 'functions':
      return <FunctionsPage />
    case 'settings':
      return <SettingsPage />
    case 'help':
      return <HelpPage version={version} />
  }
}

const Body = ({ version }: { readonly version: string }) => {
  const page = usePage()
  return (
    <main>
      <div className="spm-page" id="spm-page" role="tabpanel" aria-labelledby={`spm-tab-${page}`} key={page}>
        <ErrorBoundary>
          <PageBody version={version} />
        </ErrorBoundary>
      </div>
    </main>
  )
}

/** The whole panel. */
export const Panel = ({
  session,
  navigation,
  version,
}: {
  readonly session: Session
  readonly navigation: Navigation
  readonly version: string
}) => {
  const look = useLook(session.port.facts.theme)
  return (
    <FluentProvider theme={themes[look]} className="spm-root">
      <SessionContext value={session}>
        <NavigationContext value={navigation}>
          <div className="spm" data-look={look}>
            <Top />
            <Pages />
            <Body version={version} />
            <TrustStrip />
            <LiveRegion />
          </div>
        </NavigationContext>
      </SessionContext>
    </FluentProvider>
  )
}
