import { lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from './workbench'

/** The right bits of every file and folder below a folder, itself among them as `''`. No links. */
function modesIn(folder: string): ReadonlyMap<string, number> {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
  return new Map([folder, ...below].map((path) => [relative(folder, path), lstatSync(path).mode & 0o777]))
}

const octal = (mode: number | undefined) => mode?.toString(8)

for (const mask of [0o022, 0o077])
  test(`with the umask ${octal(mask)} files are written with the user’s rights, and the app’s own are for nobody else`, async ({
    parley,
  }) => {
    parley.expectsFaults = true
    const before = process.umask(mask)
    try {
      await parley.startReading('ferry-strike.txt')
    } finally {
      process.umask(before)
    }
    await parley.tag('Actor', 'Dorian Pell')
    await parley.page.evaluate(() => window.workbench.openArticle('../..').catch(() => null))
    await expect.poll(() => modesIn(parley.desk.home).has('parley.log')).toBe(true)

    const own = modesIn(parley.desk.home)
    expect(octal(own.get(''))).toBe('700')
    expect(octal(own.get('parley.log'))).toBe('600')
    const journals = [...own].filter(([path]) => path.endsWith('.ndjson'))
    expect(journals.length).toBeGreaterThan(0)
    for (const [path, mode] of journals) expect(octal(mode), path).toBe('600')
    for (const [path, mode] of own) expect(mode & 0o022, `${path} can be written by others`).toBe(0)

    await parley.saved()
    for (const [path, mode] of modesIn(parley.desk.path('project')))
      if (path !== '')
        expect(octal(mode), path).toBe(
          octal((path.endsWith('.json') || path.endsWith('.txt') ? 0o666 : 0o777) & ~mask),
        )
  })
