/** The arrows between the folders: cells ← dataset ← metrics ← report; targets on math; hosts on core; nothing on tests. */

const { existsSync, readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const hosts = ['excel-addin', 'sheets-addon', 'local']
const anyHost = `^(${hosts.join('|')})/`

const metricsFolder = 'core/metrics'

/** The files that define a metric, as against what they are defined with. */
const metricFiles = (existsSync(metricsFolder) ? readdirSync(metricsFolder, { recursive: true }) : [])
  .filter((file) => file.endsWith('.ts') && readFileSync(join(metricsFolder, file), 'utf8').includes('= defineMetric('))
  .map((file) => `^${metricsFolder}/${file.replaceAll('\\', '/').replaceAll('.', '\\.')}$`)

/** Left out while there is no metric: an empty list of paths would mean every file. */
const metricsImportNoMetric = [
  {
    name: 'metrics-import-no-metric',
    severity: 'error',
    comment: 'One metric, one file: what two metrics need stands in core/dataset, core/math or beside define.ts.',
    from: { path: metricFiles },
    to: { path: metricFiles },
  },
].filter(() => metricFiles.length > 0)

/** A layer may import itself and what is named here, nothing else inside core. */
const layer = (name, ...allowed) => ({
  name: `core-${name}-imports-downwards`,
  severity: 'error',
  comment: `core/${name} may import ${allowed.length > 0 ? allowed.map((other) => `core/${other}`).join(', ') : 'nothing'}.`,
  from: { path: `^core/${name}/` },
  to: { path: '^core/', pathNot: [`^core/${name}/`, ...allowed.map((other) => `^core/${other}(/|\\.ts$)`)] },
})

module.exports = {
  forbidden: [
    layer('math'),
    layer('cells', 'errors', 'math'),
    layer('dataset', 'errors', 'math', 'cells'),
    layer('targets', 'errors', 'math'),
    layer('metrics', 'errors', 'math', 'cells', 'dataset', 'targets'),
    layer('report', 'errors', 'math', 'cells', 'dataset', 'targets', 'metrics'),
    {
      name: 'core-errors-is-a-leaf',
      severity: 'error',
      from: { path: '^core/errors\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'core-is-alone',
      severity: 'error',
      comment: 'Core imports itself and fastest-levenshtein.',
      from: { path: '^core/' },
      to: { pathNot: ['^core/', '^node_modules/fastest-levenshtein/'] },
    },
    ...metricsImportNoMetric,
    {
      name: 'examples-stay-out-of-bundles',
      severity: 'error',
      comment: 'Examples are loaded by tests, documentation and the catalogue only.',
      from: {
        path: '^(core|panel|excel-addin|sheets-addon|local)/',
        pathNot: '^core/metrics/(.*\\.examples|examples/.*)\\.ts$|^panel/formula/examples\\.ts$',
      },
      to: { path: '^core/metrics/(.*\\.examples\\.ts$|examples/)' },
    },
    ...hosts.map((host) => ({
      name: `${host}-imports-no-other-host`,
      severity: 'error',
      from: { path: `^${host}/` },
      to: { path: anyHost, pathNot: `^${host}/` },
    })),
    {
      name: 'panel-imports-core-only',
      severity: 'error',
      from: { path: '^panel/' },
      to: { path: '^(excel-addin|sheets-addon|local|samples|bench|scripts)/' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'products-import-no-tooling',
      severity: 'error',
      comment:
        'What a user runs needs no samples, benchmarks or scripts; the launcher builds through scripts/build.mjs.',
      from: { path: '^(core|panel|excel-addin|sheets-addon|local)/', pathNot: '^local/cli/spm\\.mjs$' },
      to: { path: '^(samples|bench|scripts)/' },
    },
    {
      name: 'products-import-no-development-package',
      severity: 'error',
      comment: 'The panel and the add-ins are bundled when they are built, so a user installs none of their packages.',
      from: { path: '^(core|panel|excel-addin|sheets-addon|local)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        pathNot: '^node_modules/(react|react-dom|@fluentui/[a-z-]+|date-fns|@types/[a-z-]+)/',
      },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { couldNotResolve: true, pathNot: '^dist/|/dist/spm\\.js$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|bench/dist)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
    cache: false,
  },
}
