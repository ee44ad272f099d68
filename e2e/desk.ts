import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const repository = resolve(import.meta.dirname, '..')

/** The path of a text that was written for the stories. */
export const ownArticle = (name: string): string => join(repository, 'e2e', 'fixtures', 'articles', name)

/** A folder of one story's own, with everything that the story needs of a computer; it goes when the story ends. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-story-'))
  /** The application's own folder: settings, journals, and the documents where the sample goes. */
  readonly home = this.path('home')

  path(...names: readonly string[]): string {
    return join(this.folder, ...names)
  }

  /** Puts a file there, with the folders above it, and gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = this.path(name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  read(...names: readonly string[]): string {
    return readFileSync(this.path(...names), 'utf8')
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
