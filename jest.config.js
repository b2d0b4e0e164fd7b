/** Every suite except the end-to-end ones. The code runs as ES modules; types are checked by `npm run types`. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  injectGlobals: false,
  cacheDirectory: '<rootDir>/.cache/jest',
  /** Long enough for a slow, busy machine; how fast things are is for the benchmark to say. */
  testTimeout: 120_000,
  /** Two cores are two workers; left out, Jest leaves one core idle. */
  maxWorkers: '100%',
  watchman: false,
}
