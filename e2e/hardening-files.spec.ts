import { lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from './workbench'

interface Rights {
  readonly isFile: boolean
  /** Who may do what, as `chmod` counts it. */
  readonly mode: number
}

/** The rights of a folder, as `''`, and of every file and folder below it. No links. */
function rightsIn(folder: string): ReadonlyMap<string, Rights> {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
  return new Map(
    [folder, ...below].map((path) => {
      const found = lstatSync(path)
      return [relative(folder, path), { isFile: found.isFile(), mode: found.mode & 0o777 }]
    }),
  )
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
    await expect.poll(() => rightsIn(parley.desk.home).has('parley.log')).toBe(true)

    const own = rightsIn(parley.desk.home)
    expect(octal(own.get('')?.mode)).toBe('700')
    expect(octal(own.get('parley.log')?.mode)).toBe('600')
    expect(octal(own.get('projects')?.mode)).toBe('700')
    const journals = [...own].filter(([path]) => path.endsWith('.ndjson'))
    expect(journals.length).toBeGreaterThan(0)
    for (const [path, { mode }] of journals) expect(octal(mode), path).toBe('600')
    for (const [path, { mode }] of own) expect(mode & 0o022, `${path} can be written by others`).toBe(0)

    await parley.saved()
    for (const [path, { isFile, mode }] of rightsIn(parley.desk.path('project')))
      if (path !== '') expect(octal(mode), path).toBe(octal((isFile ? 0o666 : 0o777) & ~mask))
  })
