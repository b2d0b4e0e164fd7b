/** The panel's own rules, on Fluent's variables; parts by class, states by attribute. */
const styles = `
.spm { height: 100vh; height: 100dvh; display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; overflow: hidden; container-type: inline-size; background: var(--colorNeutralBackground2); color: var(--colorNeutralForeground1); font-size: 14px; line-height: 20px; }
.spm *, .spm *::before { box-sizing: border-box; }
.spm h1, .spm h2, .spm h3, .spm p, .spm ul, .spm ol, .spm dl, .spm dd, .spm pre { margin: 0; padding: 0; }
.spm ul, .spm ol { list-style: none; }
.spm-top { display: flex; align-items: center; gap: 8px; min-height: 40px; padding: 4px 44px 4px 16px; background: var(--colorNeutralBackground1); }
.spm-top h1 { font-size: 16px; line-height: 22px; font-weight: 600; }
.spm-mark { flex: none; width: 20px; height: 20px; color: var(--colorBrandForeground1); }
.spm-nav { background: var(--colorNeutralBackground1); border-bottom: 1px solid var(--colorNeutralStroke2); }
.spm-nav .fui-TabList { width: 100%; }
.spm-nav .fui-Tab { display: flex; flex: 1 1 0; min-width: 0; flex-direction: column; justify-content: center; gap: 2px; padding: 6px 0 9px; column-gap: 0; }
.spm-nav .fui-Tab__content { font-size: 11px; line-height: 14px; white-space: nowrap; grid-row-start: unset; grid-column-start: unset; padding: 0; }
.spm-nav .fui-Tab__content--reserved-space { display: none; }
.spm-page { overflow-y: auto; overflow-x: hidden; padding: 16px; display: flex; flex-direction: column; gap: 16px; overscroll-behavior: contain; }
.spm-page > * { flex: none; min-width: 0; }
.spm-head { display: flex; flex-direction: column; gap: 4px; }
.spm-head h2 { font-size: 18px; line-height: 24px; font-weight: 600; }
.spm-head p, .spm-quiet { color: var(--colorNeutralForeground2); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
.spm-card { background: var(--colorNeutralBackground1); border: 1px solid var(--colorNeutralStroke2); border-radius: 8px; padding: 12px; display: flex; flex-direction: column; gap: 12px; min-width: 0; }
.spm-card h3, .spm-section h3 { font-size: 14px; line-height: 20px; font-weight: 600; }
.spm-section { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.spm-stack { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.spm-tight { display: flex; flex-direction: column; gap: 2px; min-width: 0; }
.spm-row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; min-width: 0; }
.spm-spread { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; justify-content: space-between; min-width: 0; }
.spm-wide { width: 100%; max-width: none; }
.spm .fui-Input, .spm .fui-Select { width: 100%; min-width: 0; }
.spm .fui-Input__input { width: 100%; min-width: 0; }
.spm .fui-Select__select { text-overflow: ellipsis; padding-right: 28px; }
.spm .fui-Button { min-width: 0; }
.spm-note { display: flex; flex-direction: column; gap: 8px; padding: 10px 12px; border-radius: 8px; border: 1px solid var(--colorNeutralStroke1); background: var(--colorNeutralBackground3); overflow-wrap: anywhere; }
.spm-note > .spm-row:empty { display: none; }
.spm-note[data-tone='success'] { background: var(--colorStatusSuccessBackground1); border-color: var(--colorStatusSuccessBorder1); }
.spm-note[data-tone='warning'] { background: var(--colorStatusWarningBackground1); border-color: var(--colorStatusWarningBorder1); }
.spm-note[data-tone='error'] { background: var(--colorStatusDangerBackground1); border-color: var(--colorStatusDangerBorder1); }
.spm-list { display: flex; flex-direction: column; border: 1px solid var(--colorNeutralStroke2); border-radius: 8px; background: var(--colorNeutralBackground1); overflow: hidden; }
.spm-list > li + li { border-top: 1px solid var(--colorNeutralStroke3); }
.spm-item { display: flex; width: 100%; min-width: 0; gap: 8px; align-items: center; padding: 8px 12px; min-height: 40px; font: inherit; color: inherit; text-align: start; background: transparent; border: 0; cursor: pointer; overflow-wrap: anywhere; }
div.spm-item { cursor: default; }
button.spm-item:hover { background: var(--colorNeutralBackground1Hover); }
button.spm-item:active { background: var(--colorNeutralBackground1Pressed); }
.spm-item > :first-child:not(svg):not(.spm-badge) { flex: 1 1 0; min-width: 0; }
.spm-item > .spm-grow { flex: 1 1 0; min-width: 0; }
.spm-item svg { flex: none; width: 20px; height: 20px; color: var(--colorNeutralForeground2); }
.spm-item[data-top] { align-items: flex-start; }
.spm button.spm-item:focus-visible, .spm-trust-bar:focus-visible, .spm summary:focus-visible { outline: 2px solid var(--colorStrokeFocus2); outline-offset: -2px; }
.spm-badge { flex: none; display: inline-flex; align-items: center; gap: 4px; border-radius: 4px; padding: 0 6px; font-size: 11px; line-height: 18px; font-weight: 600; white-space: nowrap; border: 1px solid transparent; background: var(--colorNeutralBackground4); color: var(--colorNeutralForeground2); }
.spm-badge[data-tone='good'] { background: var(--colorStatusSuccessBackground1); color: var(--colorStatusSuccessForeground1); border-color: var(--colorStatusSuccessBorder1); }
.spm-badge[data-tone='warn'] { background: var(--colorStatusWarningBackground1); color: var(--colorStatusWarningForeground3); border-color: var(--colorStatusWarningBorder1); }
.spm-badge[data-tone='bad'] { background: var(--colorStatusDangerBackground1); color: var(--colorStatusDangerForeground1); border-color: var(--colorStatusDangerBorder1); }
.spm-trust { background: var(--colorNeutralBackground1); border-top: 1px solid var(--colorNeutralStroke2); min-width: 0; }
.spm-trust-bar { display: flex; width: 100%; gap: 8px; align-items: center; padding: 8px 16px; min-height: 44px; font: inherit; font-size: 12px; line-height: 16px; color: inherit; text-align: start; background: transparent; border: 0; cursor: pointer; }
.spm-trust-bar:hover { background: var(--colorNeutralBackground1Hover); }
.spm-trust-bar > span:nth-child(2) { flex: 1 1 0; min-width: 0; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.spm-trust-bar svg { flex: none; width: 16px; height: 16px; }
.spm-trust-more { max-height: 50vh; overflow-y: auto; padding: 12px 16px; display: flex; flex-direction: column; gap: 10px; border-bottom: 1px solid var(--colorNeutralStroke3); }
.spm-checks { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 8px 8px; align-items: start; }
.spm .spm-code { font-family: Consolas, 'Cascadia Mono', 'Liberation Mono', monospace; font-size: 12px; line-height: 18px; padding: 8px; border-radius: 4px; background: var(--colorNeutralBackground3); border: 1px solid var(--colorNeutralStroke2); white-space: pre-wrap; overflow-wrap: anywhere; }
.spm summary { cursor: pointer; min-height: 24px; padding: 2px 0; font-weight: 600; border-radius: 4px; }
.spm details > :not(summary) { margin-top: 8px; }
.spm-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.spm-figures { display: flex; flex-direction: column; gap: 8px; }
.spm-figures dt { font-size: 12px; line-height: 16px; color: var(--colorNeutralForeground2); }
.spm-figures dd { font-weight: 600; overflow-wrap: anywhere; }
.spm-figures dd[data-words] { font-weight: 400; }
.spm-empty { padding: 24px 12px; text-align: center; color: var(--colorNeutralForeground2); }
.spm-chips { display: flex; flex-wrap: wrap; gap: 6px; }
.spm-chips .fui-ToggleButton, .spm-chips .fui-Button { border-radius: 999px; }
.spm-root { background: transparent; }
/* The high contrast theme marks what is under the pointer by a colour that its texts cannot be read on. */
.spm[data-look='contrast'] button.spm-item:hover, .spm[data-look='contrast'] button.spm-item:active, .spm[data-look='contrast'] .spm-trust-bar:hover { background: transparent; outline: 2px solid var(--colorNeutralForeground1); outline-offset: -2px; }
.spm[data-look='light'] { color-scheme: light; }
.spm[data-look='dark'], .spm[data-look='contrast'] { color-scheme: dark; }
.spm main { min-height: 0; min-width: 0; display: grid; grid-template-rows: minmax(0, 1fr); }
.spm-where { display: block; color: var(--colorNeutralForeground2); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
.spm-wrap { min-width: 0; overflow-wrap: anywhere; }
.spm-inside { padding: 4px 12px 12px; display: flex; flex-direction: column; gap: 8px; min-width: 0; border-top: 1px solid var(--colorNeutralStroke3); }
.spm-fields { display: flex; flex-direction: column; gap: 6px; }
.spm-fields > div { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 8px; font-size: 12px; line-height: 16px; }
.spm-fields dt { color: var(--colorNeutralForeground2); }
.spm-fields dd { overflow-wrap: anywhere; }
.spm ul.spm-bullets { list-style: disc; padding-inline-start: 18px; display: flex; flex-direction: column; gap: 4px; }
.spm ol.spm-steps { list-style: decimal; padding-inline-start: 20px; display: flex; flex-direction: column; gap: 8px; }
.spm-fieldset { gap: 16px; }
.spm-bar { position: sticky; bottom: -16px; margin: 0 -16px -16px; padding: 8px 16px; background: var(--colorNeutralBackground1); border-top: 1px solid var(--colorNeutralStroke2); display: flex; flex-direction: column; gap: 8px; }
.spm-scroll { overflow-x: auto; border: 1px solid var(--colorNeutralStroke2); border-radius: 4px; }
.spm-result { border-collapse: collapse; font-size: 12px; line-height: 16px; }
.spm-result th, .spm-result td { padding: 4px 8px; text-align: start; white-space: nowrap; border-bottom: 1px solid var(--colorNeutralStroke3); }
.spm-result tr:last-child td { border-bottom: 0; }
@container (max-width: 259px) {
  .spm-nav .fui-Tab__content { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .spm-page { padding: 8px; gap: 12px; }
  .spm-card { padding: 8px; }
  .spm-trust-bar { padding: 6px 8px; }
  .spm-trust-more { padding: 8px; }
  .spm-top { padding-left: 8px; }
}
@media (forced-colors: active) {
  .spm-badge, .spm-card, .spm-list, .spm-note { border-color: CanvasText; }
  .spm-badge { forced-color-adjust: auto; }
  button.spm-item:hover, .spm-trust-bar:hover { outline: 2px solid Highlight; outline-offset: -2px; }
}
@media (prefers-reduced-motion: reduce) { .spm *, .spm *::before { animation-duration: 0.01ms !important; transition-duration: 0.01ms !important; } }
`

/** Adds the rules to a page once; by a constructed sheet, which a content security policy allows. */
export const addStyles = (page: Document): void => {
  if (page.documentElement.dataset['spmStyles'] === 'added') return
  page.documentElement.dataset['spmStyles'] = 'added'
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
  } catch {
    const element = page.createElement('style')
    element.textContent = styles
    page.head.append(element)
  }
}
