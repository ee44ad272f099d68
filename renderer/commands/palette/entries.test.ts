import { describe, expect, it } from 'vitest'
import type { WindowCommand } from '../window-command'
import { actor, drawnActors, idOf } from '../../../data/model/drawn-registry.test-data'
import { commandEntry, Entries, registryEntries, type Entry, type Found, type Situation } from './entries'

const command = (id: string, name: string, group: WindowCommand['group']): Entry =>
  commandEntry({ id, name, group, keys: [], where: 'window', run: () => null })
const article = (id: string, name: string): Entry => ({
  is: 'article',
  id,
  name,
  outlet: null,
  published: null,
})

const entries: readonly Entry[] = [
  command('export', 'Export…', 'Project'),
  command('undo', 'Undo', 'Edit'),
  command('next', 'Select the next tag', 'Go'),
  article('a1', 'Exports of grain halted'),
  article('a2', 'Two ministers, one customs house'),
  { is: 'actor', id: 'r1', name: 'Sergei Lavrov', names: ['Sergei Lavrov', 'the Russian foreign minister'] },
  {
    is: 'position',
    id: 'p1',
    name: 'Exports go on',
    names: ['Exports go on'],
    issue: 'Should grain be exported?',
  },
]
const all = new Entries(entries)
const places = new Entries(entries.filter(({ is }) => is !== 'command'))
const now: Situation = { doable: new Set(['export', 'undo', 'next']), recent: [] }

/** "Commands: Export…, Undo": what stands under each heading. */
const drawn = ({ sections }: Found) =>
  sections.map(({ title, rows }) => `${title}: ${rows.map(({ entry }) => entry.name).join(', ')}`)

describe('with nothing typed', () => {
  it('all commands stand under their groups', () => {
    expect(drawn(all.find('', now))).toEqual(['Project: Export…', 'Edit: Undo', 'Go: Select the next tag'])
  })

  it('those used last come first, and those that cannot be done now last', () => {
    const situation = { doable: new Set(['undo', 'next']), recent: ['gone', 'next', 'export'] }
    expect(drawn(all.find('', situation))).toEqual([
      'Used last: Select the next tag',
      'Edit: Undo',
      'Not possible now: Export…',
    ])
  })

  it('one goes to articles, actors and positions', () => {
    expect(drawn(places.find('', now))).toEqual([
      'Articles: Exports of grain halted, Two ministers, one customs house',
      'Actors: Sergei Lavrov',
      'Positions: Exports go on',
    ])
  })
})

describe('what is typed', () => {
  it('is looked for in all of them, the kind that fits best first', () => {
    expect(drawn(all.find('exp', now))).toEqual([
      'Commands: Export…',
      'Articles: Exports of grain halted',
      'Positions: Exports go on',
    ])
    expect(drawn(all.find('minis', now))[0]).toBe('Articles: Two ministers, one customs house')
  })

  it('is found with a typo', () => {
    expect(drawn(all.find('exprot', now))[0]).toBe('Commands: Export…')
  })

  it('is found by another name, which is told', () => {
    const [section] = all.find('russian', now).sections
    expect(section?.rows).toMatchObject([
      { entry: { name: 'Sergei Lavrov' }, by: 'the Russian foreign minister' },
    ])
  })

  it('stands at the end when it cannot be done now', () => {
    expect(drawn(all.find('exp', { ...now, doable: new Set() })).at(-1)).toBe('Not possible now: Export…')
  })
})

it('shows some of ten thousand articles, and counts the others', () => {
  const many = new Entries(Array.from({ length: 10_000 }, (_, i) => article(`a${i}`, `Talks, day ${i}`)))
  expect(many.find('', now)).toMatchObject({ more: 9940 })
  expect(many.find('talks', now)).toMatchObject({ more: 9940 })
  expect(many.find('9999', now)).toMatchObject({ more: 0 })
})

it('tells a name once, however often it is among the names in other letters or accents', () => {
  const composed = 'Åse Brennåker'
  const written = actor(composed.normalize('NFD'), { aliases: [composed, 'ASE BRENNAKER', 'the minister'] })
  const [entry] = registryEntries([written])
  expect(entry).toMatchObject({ names: [composed.normalize('NFD'), 'the minister'] })
})

it('an actor that was merged is found by its names, as the one that it counts as', () => {
  const merged = [...drawnActors('Anton Reszek'), actor('A. Resek', { into: idOf('Anton Reszek') })]
  const { sections } = new Entries(registryEntries(merged)).find('resek', now)
  expect(sections.flatMap(({ rows }) => rows.map(({ entry, by }) => [entry.name, by]))).toEqual([
    ['Anton Reszek', 'A. Resek'],
  ])
})
