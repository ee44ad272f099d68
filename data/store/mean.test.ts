import { expect, it } from 'vitest'
import { builtInCodebook as codebook } from '../model/built-in-codebook'
import { decide, type Scene } from './commands'
import { rangeOf } from '../text/quote'
import type { Annotation, RegistryRecord } from '../model/records'
import { applied, reverse } from './changes'

const text = 'Pell said that the timetable would stand.'
const made = { created: '2031-05-03T09:00:00Z', modified: '2031-05-03T09:00:00Z' }
const tag = (id: string, label: string, words: string): Annotation => {
  const start = text.indexOf(words)
  const target = [rangeOf(text, { start, end: start + words.length })]
  const rest = { attributes: {}, note: '', means: null, codebook: codebook.id }
  return { is: 'annotation', id, ...made, article: 'ferries', label, target, ...rest }
}

const registry: readonly RegistryRecord[] = [
  {
    is: 'actor',
    id: 'pell',
    ...made,
    name: 'Dorian Pell',
    aliases: [],
    kind: 'person',
    country: null,
    roles: [],
  },
  { is: 'issue', id: 'crews', ...made, question: 'Shall the crews be larger?' },
  { is: 'position', id: 'no', ...made, issue: 'crews', answer: 'No.' },
]
const tags = [tag('a', 'actor', 'Pell'), tag('c', 'claim', 'the timetable would stand')]
const scene: Scene = { text, records: new Map(tags.map((each) => [each.id, each])), codebook, registry }
const stamp = { newId: () => 'new', now: '2031-05-04T09:00:00Z' }
const mean = (annotation: string, means: string | null, at = scene) =>
  decide(at, { do: 'mean', article: 'ferries', annotation, means }, stamp)

it('says whom a tag means, undo takes it back, and so does meaning nobody', () => {
  const step = mean('a', 'pell')
  if (!step.ok) throw new Error(step.error.kind)
  const records = applied(scene.records, step.value)
  expect(records.get('a')).toEqual({ ...tags[0], means: 'pell', modified: stamp.now })
  expect([...applied(records, reverse(step.value))]).toEqual([...scene.records])
  expect(mean('a', null, { ...scene, records })).toMatchObject({ value: [{ after: { means: null } }] })
})

it('lets a claim mean the answer that it gives', () => {
  expect(mean('c', 'no')).toMatchObject({ value: [{ after: { means: 'no' } }] })
})

it('changes nothing where nothing would be other', () => {
  expect(mean('a', null)).toEqual({ ok: true, value: [] })
})

it.each([
  ['an actor for a claim', 'c', 'pell', 'meaning-not-allowed'],
  ['a position for an actor', 'a', 'no', 'meaning-not-allowed'],
  ['a question without its answer', 'c', 'crews', 'meaning-not-allowed'],
  ['what no registry has', 'a', 'nobody', 'not-there'],
  ['for a tag that is not there', 'x', 'pell', 'not-there'],
])('refuses %s', (_, annotation, means, kind) => {
  expect(mean(annotation, means)).toMatchObject({ ok: false, error: { kind } })
})
