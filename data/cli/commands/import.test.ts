import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { emptyBeside } from '../testing/talks'

const story = 'Talks open\n\nDALMERE, March 12 (UNS) - Ada Quill met Zoë 🙂.\n'

it('adds files and folders, says so in lines, and the second time that they are there', async () => {
  const { parley } = await emptyBeside({
    'wire/10.txt': story,
    'wire/2.txt': 'Other talks\n\nNobody came.',
    'wire/march/notes': 'No extension\n\nStill text.',
    'wire/.hidden.txt': 'hidden',
    'b.txt': 'B\n\nOne more.',
  })
  const first = await parley('import', '--project', 'talks', 'wire', 'b.txt')
  const titles = first.out.split('\n').map((line) => line.split(' ').slice(2).join(' '))
  expect([first.code, titles]).toEqual([0, ['Other talks', 'Talks open', 'No extension', 'B', '']])
  expect(first.out).toMatch(/^(added [a-z2-7]{26} .+\n){4}$/)
  expect(first.err.split('\n')[1]).toBe(`2 of 4: ${join('wire', '10.txt')}`)

  const again = await parley('import', '--project', 'talks', 'wire', 'b.txt')
  expect(again).toMatchObject({ code: 0, out: first.out.replaceAll('added', 'already') })
  expect(await parley('validate', 'talks')).toMatchObject({ code: 0 })
})

it('says which files cannot be read, and goes on', async () => {
  const { parley } = await emptyBeside({
    'a.pdf': '%PDF-1.4',
    'empty.txt': ' \n',
    'huge.txt': new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61),
    'good.txt': story,
  })
  const files = ['a.pdf', 'empty.txt', 'gone.txt', 'huge.txt', 'good.txt']
  const { code, out, err } = await parley('import', '--project', 'talks', ...files)
  expect(code).toBe(1)
  expect(out).toMatch(/^added \S+ Talks open\n$/)
  for (const sentence of [
    '“a.pdf” holds something other than text.',
    '“empty.txt” has no text in it.',
    '“gone.txt” could not be read',
    '“huge.txt” is larger than 20 MB',
  ])
    expect(err).toContain(sentence)
})

it('passes over what in a folder is no article, and projects, without calling it a fault', async () => {
  const { cwd, parley } = await emptyBeside({ 'wire/a.txt': story, 'wire/thumbs.db': new Uint8Array(9) })
  await parley('new', join('wire', 'inner'))
  await symlink(join(cwd, 'wire'), join(cwd, 'wire', 'circle'))
  const { code, out, err } = await parley('import', '--project', 'talks', 'wire')
  expect([code, out.split('\n').length]).toEqual([0, 2])
  expect(err).toContain(`${join('wire', 'thumbs.db')} was passed over`)
  expect(err).toContain(`${join('wire', 'inner')} is a project itself`)
})

it('prints what was guessed as JSON', async () => {
  const { parley } = await emptyBeside({ 'a.txt': story, 'b.pdf': '%PDF-1.4' })
  const { code, out } = await parley('import', '--json', '--project', 'talks', 'a.txt', 'b.pdf')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    files: [
      {
        file: 'a.txt',
        result: 'added',
        title: 'Talks open',
        source: { name: 'a.txt', encoding: 'utf-8' },
        guesses: expect.arrayContaining([
          { field: 'title', from: 'headline', words: 'Title taken from the headline.' },
        ]),
      },
      { file: 'b.pdf', result: 'failed', problem: { kind: 'not-text' } },
    ],
  })
})

it('never lets a title break a line or move the cursor', async () => {
  const { parley } = await emptyBeside({
    'a.txt': `Talks \u001B[2J\u202Eopen\n\n${'Ada Quill came, and spoke. '.repeat(9)}`,
  })
  const { out } = await parley('import', '--project', 'talks', 'a.txt')
  expect(out).toMatch(/^added \S+ Talks \[2J open\n$/)
})

it('says so when there is nothing to import', async () => {
  const { parley } = await emptyBeside({ 'wire/.hidden': '' })
  const { code, err } = await parley('import', '--project', 'talks', 'wire')
  expect([code, err]).toEqual([1, 'There is no file to import in there.\n'])
})

it('says that a folder is no project, and that it is not there', async () => {
  const { cwd, parley } = await emptyBeside({ 'a.txt': story })
  expect((await parley('import', '--project', '.', 'a.txt')).err).toContain('is not a Parley project')
  expect((await parley('import', '--project', 'gone', 'a.txt')).err).toContain('cannot be reached')
  await writeFile(join(cwd, 'talks', 'project.json'), '{')
  const { code, out, err } = await parley('import', '--project', 'talks', 'a.txt')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('at line 1, column 2')
})
