import { expect, it } from 'vitest'
import { parseAs } from './parse'
import { initialsOf, personSchema } from './project'

const named = (name: string) => {
  const file = JSON.stringify({ format: 'parley/person', schema: 1, id: 'eve', name })
  const read = parseAs(personSchema, file, 'people/eve.json')
  return read.ok ? read.value.name : read.error.kind
}

it('takes signs out of a name that would turn the words after it about, and breaks of lines', () => {
  expect(named('Eve \u202Egnp.exe')).toBe('Eve gnp.exe')
  expect(named('\u2067Eve\u2069\r\n\tMarsh\u2028')).toBe('Eve Marsh')
})

it('leaves names of any script as they are', () => {
  for (const name of ['عبد الرحمن بن محمد', 'משה \u200Fכהן', '👩‍👩‍👧‍👦 Zoë Ämter', 'می‌خواهم'])
    expect(named(name)).toBe(name)
})

it('takes no name for none', () => {
  expect(named('\u202E')).toBe('bad-file')
})

it('makes initials of names, whatever their script', () => {
  expect(initialsOf('Ada Quill-Beck')).toBe('AQ')
  expect(initialsOf('jonas')).toBe('J')
  expect(initialsOf('Анна де ла Крус', 3)).toBe('АДЛ')
  expect(initialsOf('👩‍👩‍👧‍👦 Zed')).toBe('Z')
  expect(initialsOf('👩‍👩‍👧‍👦🎉')).toBe('👩‍👩‍👧‍👦')
})
