/** The commands that buttons run, by the names that manifest.xml has for them. */
export const commandNames = ['buildPack', 'refresh', 'checkData', 'useTable'] as const
