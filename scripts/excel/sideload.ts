import type { Certificate } from './certificate.ts'

/** What a person does to see the add-in in Excel, on each platform. */
export const sideloadGuide = (base: string, folder: string, { ca }: Certificate): string => `
The add-in is served at ${base} until you press Ctrl+C.

Once: trust the certificate that was made on this computer for localhost (${ca}).
  Windows   certutil -user -addstore Root "${ca}"
  Mac       security add-trusted-cert -k ~/Library/Keychains/login.keychain-db "${ca}"
  Linux     your browser asks when you open ${base}taskpane.html; accept it there

Then show Excel the manifest:
  Web       open a workbook, Home, Add-ins, More add-ins, My add-ins, Upload my add-in:
            ${folder}/manifest.xml
  Windows   share the folder ${folder}, add the share under File, Options, Trust Center,
            Trust Center Settings, Trusted Add-in Catalogs (tick "Show in menu"), restart Excel,
            then Home, Add-ins, Advanced, Shared folder
  Mac       copy the manifest, restart Excel, then Insert, My add-ins:
            cp "${folder}/manifest.xml" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/

Open panel and Build meeting pack are then on the Home tab, and =SPM.STALE_DEALS() answers in any cell.
What to look at there, in fifteen minutes: docs/live-checklist-excel.md
`
