import unit from './jest.config.js'

/** The end-to-end suites: they run the built command line and other programs, so they get more time. */
export default {
  ...unit,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
}
