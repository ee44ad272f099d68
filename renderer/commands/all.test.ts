import { expect, it, vi } from 'vitest'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import { normalised } from './key-names'

vi.stubGlobal('window', { workbench: {} })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
const { allCommands } = await import('./all')
const { modesOf } = await import('./window-command')

const commands = allCommands({ ...builtInCodebook, id: 'built-in' })

it('every command has an id and a name of its own', () => {
  for (const part of ['id', 'name'] as const) {
    const all = commands.map((command) => command[part])
    expect(all.filter((each, i) => all.indexOf(each) !== i)).toEqual([])
  }
})

it('writes every key in the one way in which it is heard', () => {
  const keys = commands.flatMap((command) => command.keys)
  expect(keys.filter((each) => normalised(each) !== each)).toEqual([])
})

it('no two commands come with one key in one place', () => {
  const taken = commands.flatMap((command) =>
    modesOf(command).flatMap((mode) => command.keys.map((each) => `${each} in ${command.where}, ${mode}`)),
  )
  expect(taken.filter((each, i) => taken.indexOf(each) !== i)).toEqual([])
})
