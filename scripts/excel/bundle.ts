import { basename, join } from 'node:path'
import { build, type Metafile } from 'esbuild'

/** A script of the hosted folder. */
export interface Script {
  /** Below the hosted folder. */
  readonly path: string
  readonly contents: Uint8Array
}

export interface Bundle {
  readonly scripts: readonly Script[]
  /** The script of each entry, by its source file. */
  readonly entries: ReadonlyMap<string, string>
  readonly meta: Metafile
}

/** The floor of the manifest, Excel 2021, shows panels in Edge; on a Mac in the Safari of macOS 12. */
const target = ['chrome100', 'edge100', 'safari15.4']

/** Bundles the entries of the add-in with the parts that they share, small enough to be loaded each time Excel starts. */
export const bundleScripts = async (root: string, entries: readonly string[], version: string): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    entryNames: 'assets/[name]',
    chunkNames: 'assets/[name]-[hash]',
    outdir: join(root, 'dist/excel'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target,
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', SPM_VERSION: JSON.stringify(version) },
    metafile: true,
    logLevel: 'silent',
    write: false,
  })
  const named = entries.map((entry) => [entry, `assets/${basename(entry).replace(/\.tsx?$/, '.js')}`] as const)
  return {
    scripts: outputFiles.map(({ path, contents }) => ({
      path: path.slice(join(root, 'dist/excel/').length),
      contents,
    })),
    entries: new Map(named),
    meta: metafile,
  }
}
