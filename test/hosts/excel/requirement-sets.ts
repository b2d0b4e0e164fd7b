/** What a version of Excel can do, by the name of a requirement set. */
export type RequirementSets = Readonly<Record<string, string>>

/** The floor that the manifest asks for, and RichApiRuntime, which every Excel above it has. */
export const floor: RequirementSets = {
  ExcelApi: '1.9',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  RichApiRuntime: '1.2',
}

/** An Excel of Microsoft 365. */
export const modern: RequirementSets = {
  ExcelApi: '1.17',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.6',
  RichApiRuntime: '1.2',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  KeyboardShortcuts: '1.1',
}

/** Whether these sets hold this one, at this version or above. */
export const supports = (sets: RequirementSets, name: string, version = '1.1'): boolean => {
  const held = Object.entries(sets).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]
  if (held === undefined) return false
  const [major = 0, minor = 0] = held.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}
