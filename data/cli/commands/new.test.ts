import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { terminal } from '../testing/typed'

it('makes a project that is valid, with its parents, named after its folder', async () => {
  const { parley } = await terminal()
  const made = await parley('new', join('year', 'talks'))
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toMatch(/^created [a-z2-7]{16} talks\n$/)
  expect(await parley('validate', join('year', 'talks'))).toMatchObject({ code: 0, out: '' })
})

it('makes one in an empty folder, under the name given', async () => {
  const { cwd, parley } = await terminal()
  await mkdir(join(cwd, 'talks'))
  expect((await parley('new', 'talks', '--name', 'Zoë’s talks')).out).toContain(' Zoë’s talks\n')
})

it('leaves a folder with anything in it, and a file, as they are', async () => {
  const { cwd, parley } = await terminal()
  await mkdir(join(cwd, 'talks'))
  await writeFile(join(cwd, 'talks', '.hidden'), 'mine')
  const refused = await parley('new', 'talks')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('has other things in it')
  expect(await readdir(join(cwd, 'talks'))).toEqual(['.hidden'])
  expect(await parley('new', join('talks', '.hidden'))).toMatchObject({ code: 1, out: '' })
})
