import { describe, expect, it } from 'vitest'
import { actor, idOf, issue, position } from '../../data/model/drawn-registry.test-data'
import type { RegistryRecord } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import { wide, type Narrowing } from './narrowing'
import { actorRows, positionRows, type Counts, type Row } from './rows'

const reszek = actor('Anton Reszek', { country: 'Kestria', aliases: ['the minister'] })
const resek = actor('A. Resek', { into: reszek.id })
const harrow = actor('Ilse Harrow', { country: 'Velmora' })
const harow = actor('Ilse Hárrow', { created: '2031-04-01T09:00:00.000Z', kind: 'other' })
const front = actor('National Front', { kind: 'armed-group' })
const actors = [reszek, resek, harrow, { ...harow, id: idOf('Other') }, front]

const must = issue('Must Vane leave?')
const held = issue('Should a conference be held?')
const positions = [
  must,
  held,
  position('No', must.question),
  position('Yes, at once', must.question),
  position('Yes, in March', held.question),
  position('Never', 'gone'),
]

const tags = (numbers: Readonly<Record<string, number>>): Counts =>
  Object.fromEntries(Object.entries(numbers).map(([name, own]) => [idOf(name), { own }]))

/** "Anton Reszek 3", "Ilse Harrow (also the minister)": what the rows say. */
const drawn = (rows: readonly Row[]) =>
  rows.map((row) => {
    const name =
      row.is === 'actor'
        ? row.record.name
        : row.is === 'issue'
          ? (row.record?.question ?? 'Without an issue')
          : `- ${row.record.answer}`
    return `${name}${row.by === null ? '' : ` (also ${row.by})`}${row.count === 0 ? '' : ` ${row.count}`}`
  })

describe('the list of the actors', () => {
  const counts = tags({ 'Ilse Harrow': 2, 'Anton Reszek': 1, 'A. Resek': 4 })
  const list = (parts: Partial<Narrowing> = {}, of: Counts | null = counts) =>
    drawn(actorRows(Registry.of(actors), of, { ...wide, ...parts }))

  it('has those with most tags first, with the tags of what was merged into them', () => {
    expect(list()).toEqual(['Anton Reszek 5', 'Ilse Harrow 2', 'Ilse Hárrow', 'National Front'])
  })

  it('goes by names where that is wanted, or the tags are not counted yet', () => {
    const byName = ['Anton Reszek', 'Ilse Harrow', 'Ilse Hárrow', 'National Front']
    expect(list({ order: 'name' }, {})).toEqual(byName)
    expect(list({}, null)).toEqual(byName)
  })

  it('finds by any name, also by that of one that was merged', () => {
    expect(list({ typed: 'minister' })).toEqual(['Anton Reszek (also the minister) 5'])
    expect(list({ typed: 'a. resek' })[0]).toBe('Anton Reszek (also A. Resek) 5')
  })

  it.each([
    [{ kind: 'armed-group' }, ['National Front']],
    [{ country: 'Velmora' }, ['Ilse Harrow 2']],
    [{ only: 'without' }, ['Ilse Hárrow', 'National Front']],
    [{ only: 'alike' }, ['Ilse Harrow 2', 'Ilse Hárrow']],
    [{ only: 'without', kind: 'other' }, ['Ilse Hárrow']],
  ] satisfies [Partial<Narrowing>, string[]][])('narrowed by %j', (parts, names) => {
    expect(list(parts)).toEqual(names)
  })
})

describe('the list of the positions', () => {
  const counts = tags({ No: 1, 'Yes, at once': 2, 'Yes, in March': 5 })
  const list = (parts: Partial<Narrowing> = {}, records: readonly RegistryRecord[] = positions) =>
    drawn(positionRows(Registry.of(records), counts, { ...wide, ...parts }))

  it('has them under their issues, those of no issue last', () => {
    expect(list()).toEqual([
      'Should a conference be held? 5',
      '- Yes, in March 5',
      'Must Vane leave? 3',
      '- Yes, at once 2',
      '- No 1',
      'Without an issue',
      '- Never',
    ])
  })

  it('shows what fits under its issue, and all of an issue that fits itself', () => {
    expect(list({ typed: 'at once' })).toEqual(['Must Vane leave? 3', '- Yes, at once 2'])
    expect(list({ typed: 'must vane' })).toEqual(['Must Vane leave? 3', '- Yes, at once 2', '- No 1'])
  })

  it('keeps an issue without evidence, even one without positions', () => {
    expect(list({ only: 'without' }, [...positions, issue('Who can end the war?')])).toEqual([
      'Who can end the war?',
      'Without an issue',
      '- Never',
    ])
  })
})
