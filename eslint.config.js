import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const stayErasable = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'TSModuleDeclaration[declare!=true]', message: 'Use a module.' },
  { selector: 'TSImportEqualsDeclaration', message: 'Use import.' },
  { selector: 'TSExportAssignment', message: 'Use a named export.' },
]

const noClock = 'Today is an argument; a day is a whole number.'
const noChance = 'The same cells give the same numbers.'
const noLocale = 'The answer must not depend on the language of the machine.'
const noHost = 'Core knows no host.'

const pureSyntax = [
  { selector: 'NewExpression[callee.name="Date"]', message: noClock },
  { selector: 'CallExpression[callee.name="Date"]', message: noClock },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: noLocale },
  { selector: 'MemberExpression[property.value=/^toLocale/]', message: noLocale },
  { selector: 'Property[key.name=/^toLocale/]', message: noLocale },
  { selector: 'MemberExpression[property.name="localeCompare"]', message: noLocale },
]

const relative = { regex: '^\\.{1,2}/(?!.*\\.(ts|tsx|mjs|js)$)', message: 'Name the file with its extension.' }
const ownPackages = {
  regex: '^(?!\\.{1,2}/|fastest-levenshtein$)',
  message: 'Core imports its own files, by a relative path, and fastest-levenshtein.',
}

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', '.cache/', 'bench/dist/', '**/node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-imports': ['error', { patterns: [relative] }],
      'no-restricted-syntax': ['error', ...stayErasable],
      // A switch over a closed union counts once, however many members it has.
      complexity: ['error', { max: 12, variant: 'modified' }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        ...['Intl', 'console', 'process', 'globalThis'].map((name) => ({ name, message: noHost })),
      ],
      'no-restricted-imports': ['error', { patterns: [relative, ownPackages] }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: noClock },
        { object: 'Math', property: 'random', message: noChance },
      ],
      'no-restricted-syntax': ['error', ...stayErasable, ...pureSyntax],
    },
  },
  {
    files: ['core/metrics/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['core/metrics/**/*.ts'],
    ignores: ['core/metrics/{define,grouping,params,read-args,run,value}.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { complexity: 'off', 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.generated.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['*.config.js'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
