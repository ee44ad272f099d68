import { expect, it } from 'vitest'
import type { Actor } from '../../data/model/records'
import { knownNames } from '../../data/lints/lints'
import { namesOfProject, namesOver } from './known'

const actor = (id: string, name: string, more: Partial<Actor> = {}): Actor => ({
  is: 'actor',
  id,
  created: '2031-03-12T09:00:00.000Z',
  modified: '2031-03-12T09:00:00.000Z',
  name,
  aliases: [],
  kind: 'person',
  country: null,
  roles: [],
  ...more,
})

it('knows actors by their names, their aliases and what tags have called them, and no pronoun', () => {
  const registry = [actor('r', 'Anton Reszek', { aliases: ['Reszek'] }), actor('k', 'Kade', { into: 'r' })]
  const known = namesOfProject(registry, {
    version: 1,
    entries: {
      k: [
        ['Minister Kade', 3],
        ['He', 9],
        ['the envoy', 2],
      ],
      gone: [['Nobody', 1]],
    },
  })
  const asked = ['anton reszek', 'reszek', 'kade', 'minister kade', 'he', 'the envoy', 'nobody']
  expect(asked.map((name) => known.get(name) ?? '–')).toEqual(['r', 'r', 'r', 'r', '–', '–', '–'])
})

it('takes what a name means in the article before what it means in the project', () => {
  const article = knownNames([
    { words: 'Kade', means: 'here' },
    { words: 'Orm', means: null },
  ])
  const known = namesOver(article, knownNames([{ words: 'Kade', means: 'there' }]))
  expect([known.get('kade'), known.has('orm'), known.has('pell')]).toEqual(['here', true, false])
})
