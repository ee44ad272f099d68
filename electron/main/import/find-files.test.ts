import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findFiles } from './find-files'

let desk = ''
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'parley-find-'))
  mkdirSync(join(desk, 'wire/march'), { recursive: true })
  mkdirSync(join(desk, 'wire/.git'))
  for (const name of [
    'wire/10.txt',
    'wire/2.txt',
    'wire/march/a.txt',
    'wire/.hidden',
    'wire/.git/x',
    'b.txt',
  ])
    writeFileSync(join(desk, name), name)
})
afterEach(() => rmSync(desk, { recursive: true }))

const found = async (...names: string[]) => {
  const all: string[] = []
  for await (const each of findFiles(names.map((name) => join(desk, name))))
    all.push('problem' in each ? `${each.name}: ${each.problem.kind}` : each.name)
  return all
}

it('finds files in folders, in the order people expect, without what is hidden', async () => {
  expect(await found('wire', 'b.txt')).toEqual(['wire/2.txt', 'wire/10.txt', 'wire/march/a.txt', 'b.txt'])
})

it('does not follow links out of a folder, nor in a circle', async () => {
  symlinkSync(join(desk, 'b.txt'), join(desk, 'wire/link.txt'))
  symlinkSync(join(desk, 'wire'), join(desk, 'wire/march/again'))
  expect(await found('wire')).toEqual(['wire/2.txt', 'wire/10.txt', 'wire/march/a.txt'])
})

it('says what is gone and goes on', async () => {
  expect(await found('gone.txt', 'b.txt')).toEqual(['gone.txt: unreadable-file', 'b.txt'])
})

it('names a Parley project and leaves its files alone', async () => {
  writeFileSync(join(desk, 'wire/march/project.json'), '{}')
  expect(await found('wire')).toEqual(['wire/2.txt', 'wire/10.txt', 'wire/march: unreadable-file'])
})
