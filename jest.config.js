const transformOf = (parser) => [
  '@swc/jest',
  { jsc: { parser, transform: { react: { runtime: 'automatic' } }, target: 'es2022' }, module: { type: 'es6' } },
]

/** Every suite except the end-to-end ones. The code runs as ES modules; types are checked by `npm run types`. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': transformOf({ syntax: 'typescript' }),
    '\\.tsx$': transformOf({ syntax: 'typescript', tsx: true }),
  },
  injectGlobals: false,
  cacheDirectory: '<rootDir>/.cache/jest',
  /** Long enough for a slow, busy machine; how fast things are is for the benchmark to say. */
  testTimeout: 120_000,
  /** Two cores are two workers; left out, Jest leaves one core idle. */
  maxWorkers: '100%',
  watchman: false,
}
