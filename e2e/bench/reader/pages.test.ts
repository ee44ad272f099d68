import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildPage } from './pages'
import { pages } from './peers'

it('builds a page of what users run, and not of what developers do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pages-'))
  try {
    const built = await buildPage(
      folder,
      pages.find(({ name }) => name === 'ours')!,
    )
    const page = readFileSync(join(built, 'page.js'), 'utf8')
    expect(page.includes('data-lexical-editor')).toBe(true)
    // Lexical's build for developers alone says this.
    expect(page.includes('unwanted focusing behavior')).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
