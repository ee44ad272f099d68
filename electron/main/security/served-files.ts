import { extname } from 'node:path'

/** A file of the built page. */
export interface ServedFile {
  /** On the disk. */
  readonly path: string
  readonly type: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/**
 * What can be asked for, by the path in the URL: the files that were built, and no other. A request is looked up
 * here and never becomes a path, so `..`, `%2e%2e`, a back-slash or a drive lead nowhere. `names` are relative to
 * `folder`, with either slash; source maps and other kinds of file are not served.
 */
export function servedFiles(folder: string, names: readonly string[]): ReadonlyMap<string, ServedFile> {
  const served = names.flatMap((name): [string, ServedFile][] => {
    const type = types[extname(name)]
    const url = `/${name.replaceAll('\\', '/')}`
    return type === undefined ? [] : [[url, { path: `${folder}/${name}`, type }]]
  })
  return new Map(served)
}
