import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Codebook } from '../model/codebook'
import { actor, drawnActors, idOf, issue, position } from '../model/drawn-registry.test-data'
import { statementsIn, tableOf } from './drawn-work.test-data'

const said =
  '[Reszek](actor) told [Harrow](actor) that [Vane stays](claim), [no talks](position) without him.'
const question = 'Must Vane leave?'
const registry = [
  ...drawnActors('Anton Reszek, Ilse Harrow, A. Resek → Anton Reszek, Kestria'),
  issue(question),
  position('Yes.', question),
  position('No.', question),
]

describe('a claim', () => {
  it('is a statement of who makes it, on what it supports, to whom it is addressed', () => {
    const links = ['Reszek makes Vane stays', 'Vane stays supports no talks', 'Vane stays addresses Harrow']
    expect(tableOf(said, { links })).toEqual(['“Reszek” for “no talks”: “Vane stays” to “Harrow”'])
  })

  it('has the stance of the position’s tag', () => {
    const links = ['Reszek makes Vane stays', 'Vane stays supports no talks']
    const table = tableOf(said, { links, with: { 'no talks': { stance: -2 } } })
    expect(table).toEqual(['“Reszek” against2 “no talks”: “Vane stays”'])
  })

  it('that opposes is on the other side, and nobody knows how much', () => {
    const opposing = (stance: number | null) =>
      tableOf(said, {
        links: ['Reszek makes Vane stays', 'Vane stays opposes no talks'],
        with: stance === null ? {} : { 'no talks': { stance } },
      })
    expect(opposing(2)).toEqual(['“Reszek” against “no talks”: “Vane stays”'])
    expect(opposing(-2)).toEqual(['“Reszek” for “no talks”: “Vane stays”'])
    expect(opposing(null)).toEqual(['“Reszek” against “no talks”: “Vane stays”'])
  })

  it('is for the position that it means itself', () => {
    expect(tableOf('[Reszek](actor): [he stays](claim)', { registry, means: { 'he stays': 'No.' } })).toEqual(
      ['? for No.: “he stays”'],
    )
  })

  it('is on what it means once, when it is linked to it too', () => {
    const links = ['Vane stays supports no talks']
    const means = { 'Vane stays': 'No.', 'no talks': 'No.' }
    expect(tableOf(said, { registry, links, means, with: { 'no talks': { stance: 1 } } })).toEqual([
      '? for1 No.: “Vane stays”',
    ])
  })

  it('of several actors on several positions is a statement of each on each', () => {
    const drawing =
      '[He](actor) and [she](actor): [both](claim), for [talks](position), against [arms](position)'
    const links = ['He makes both', 'she makes both', 'both supports talks', 'both opposes arms']
    expect(tableOf(drawing, { links })).toEqual([
      '“He” for “talks”: “both”',
      '“He” against “arms”: “both”',
      '“she” for “talks”: “both”',
      '“she” against “arms”: “both”',
    ])
  })

  it('of two tags that are one actor is one statement, with both as evidence', () => {
    const drawing = '[Reszek](actor) said [he](actor) [stays](claim)'
    const means = { Reszek: 'Anton Reszek', he: 'A. Resek' }
    const more = { registry, means, links: ['Reszek makes stays', 'he makes stays'] }
    expect(tableOf(drawing, more)).toEqual(['Anton Reszek on ?: “stays”'])
    const [statement] = statementsIn(drawing, more)
    expect(statement!.evidence.map(({ as, ranges }) => `${as} ${ranges[0]!.quote}`)).toEqual([
      'actor Reszek',
      'actor he',
      'claim stays',
    ])
  })

  it('of one actor on one position that two tags word is one statement; for and against are two', () => {
    const drawing =
      '[Reszek](actor): [so](claim), [out](position) and [gone](position), not [never](position)'
    const means = { out: 'Yes.', gone: 'Yes.', never: 'Yes.' }
    const links = ['Reszek makes so', 'so supports out', 'so supports gone', 'so opposes never']
    const weighed = { out: { stance: 1 }, gone: { stance: 2 } }
    expect(tableOf(drawing, { registry, means, links, with: weighed })).toEqual([
      '“Reszek” for2 Yes.: “so”',
      '“Reszek” against Yes.: “so”',
    ])
  })

  it('without an actor or a position is in the table all the same', () => {
    expect(tableOf('It was [denied](claim).')).toEqual(['? on ?: “denied”'])
  })

  it('tells its type, speech, certainty and day, and whether the words are the actor’s own', () => {
    const values = { type: 'demand', speech: 'mixed', certainty: 'certain', said: '2031-03' }
    const [row] = statementsIn('[He goes](claim)', { with: { 'He goes': { ...values, confidence: 4 } } })
    expect(row).toMatchObject({ ...values, voice: 'own', attributes: { confidence: 4 } })
    const [reported] = statementsIn('[He goes](claim)', { with: { 'He goes': { speech: 'paraphrase' } } })
    expect(reported).toMatchObject({ voice: 'reported', said: null, type: null })
    const [odd] = statementsIn('[He goes](claim)', { with: { 'He goes': { said: 'Monday', speech: 3 } } })
    expect(odd).toMatchObject({ voice: null, said: null, speech: null })
  })

  it('keeps what else is known of it and of the position, retired attributes too', () => {
    const more = {
      'Vane stays': { confidence: 2, tone: 'calm' },
      'no talks': { confidence: 5, condition: 'peace' },
    }
    const [row] = statementsIn(said, { links: ['Vane stays supports no talks'], with: more })
    expect(row!.attributes).toEqual({ confidence: 2, tone: 'calm', condition: 'peace' })
  })
})

describe('a position', () => {
  it('that an actor holds is a statement without a claim', () => {
    const held = { links: ['Reszek holds no talks'], with: { 'no talks': { stance: -1 } } }
    const drawing = '[Reszek](actor) is against it: [no talks](position)'
    expect(tableOf(drawing, held)).toEqual(['“Reszek” against1 “no talks”: (held)'])
    expect(tableOf(drawing, { links: held.links })).toEqual(['“Reszek” for “no talks”: (held)'])
  })

  it('that a claim of the same actor supports is said once, and the link is evidence of it', () => {
    const drawing = '[Reszek](actor), [he](actor) said: [so](claim), [out](position)'
    const means = { Reszek: 'Anton Reszek', he: 'A. Resek' }
    const links = ['he makes so', 'so supports out', 'Reszek holds out']
    expect(tableOf(drawing, { registry, means, links })).toEqual(['Anton Reszek for “out”: “so”'])
    expect(statementsIn(drawing, { registry, means, links })[0]!.evidence).toHaveLength(4)
  })

  it('that another holds, or that the actor’s claim opposes, is a statement of its own', () => {
    const drawing = '[Reszek](actor) and [Harrow](actor): [so](claim), [out](position)'
    expect(tableOf(drawing, { links: ['Reszek makes so', 'so supports out', 'Harrow holds out'] })).toEqual([
      '“Reszek” for “out”: “so”',
      '“Harrow” for “out”: (held)',
    ])
    expect(tableOf(drawing, { links: ['Reszek makes so', 'so opposes out', 'Reszek holds out'] })).toEqual([
      '“Reszek” against “out”: “so”',
      '“Reszek” for “out”: (held)',
    ])
  })

  it('that no link touches is a statement of nobody', () => {
    expect(tableOf('Some want [talks](position).')).toEqual(['? on “talks”: (held)'])
  })

  it('answers its issue, as far as merges go', () => {
    const other = 'Should Vane leave?'
    const merged = [
      ...registry,
      issue(other, { into: idOf(question) }),
      position('He must.', other, { into: idOf('Yes.') }),
      position('He may.', other),
    ]
    const [must, may] = statementsIn('[he must](position) or [may](position)', {
      registry: merged,
      means: { 'he must': 'He must.', may: 'He may.' },
    })
    expect(must).toMatchObject({
      issue: idOf(question),
      position: { entry: idOf('Yes.'), means: idOf('He must.') },
    })
    expect(may).toMatchObject({ issue: idOf(question), position: { entry: idOf('He may.') } })
  })
})

describe('the chain of sources', () => {
  const drawing = '[KSN](actor) quoted [Tass](actor) quoting [Reszek](actor): [so](claim)'

  it('begins with the outermost', () => {
    const links = ['Reszek makes so', 'Tass cites Reszek', 'KSN cites Tass']
    expect(tableOf(drawing, { links })).toEqual(['“Reszek” on ?: “so” by “KSN” by “Tass”'])
  })

  it('ends where a circle closes, and has each once', () => {
    const links = [
      'Reszek makes so',
      'Tass cites Reszek',
      'KSN cites Tass',
      'Reszek cites KSN',
      'KSN cites Reszek',
    ]
    expect(tableOf(drawing, { links })).toEqual(['“Reszek” on ?: “so” by “KSN” by “Tass”'])
  })

  it('does not have the actor among its own sources', () => {
    const links = ['Reszek makes so', 'Tass cites Reszek', 'KSN cites Tass']
    const means = { Reszek: 'Anton Reszek', KSN: 'A. Resek' }
    expect(tableOf(drawing, { registry, links, means })).toEqual(['Anton Reszek on ?: “so” by “Tass”'])
  })

  it('is of the tag at which one cites: the same actor quoted elsewhere has none', () => {
    const twice = `${drawing}. [He](actor) added [more](claim)`
    const links = ['Reszek makes so', 'He makes more', 'Tass cites Reszek']
    expect(tableOf(twice, { links })).toEqual(['“Reszek” on ?: “so” by “Tass”', '“He” on ?: “more”'])
  })
})

describe('what a tag means', () => {
  it('counts only where the registries have it, of the right kind', () => {
    const links = ['Reszek makes Vane stays']
    expect(tableOf(said, { registry, links, means: { Reszek: 'No.', 'Vane stays': 'Kestria' } })).toEqual([
      '“Reszek” on ?: “Vane stays”',
      '? on “no talks”: (held)',
    ])
    const gone = [actor('Gone')]
    const [row] = statementsIn('[Yes](position)', { registry: gone, means: { Yes: 'Gone' } })
    expect(row).toMatchObject({ position: { entry: null, means: idOf('Gone') } })
  })
})

describe('labels', () => {
  const own = (id: string, more = {}): Codebook['labels'][number] => ({
    ...builtInCodebook.labels[0]!,
    id,
    ...more,
  })
  const withLabels = (...labels: Codebook['labels'][number][]): Codebook => ({ ...builtInCodebook, labels })
  const [, positionLabel, claimLabel] = builtInCodebook.labels

  it('that were merged count as the one they were merged into', () => {
    const codebook = withLabels(
      own('actor'),
      claimLabel!,
      positionLabel!,
      own('vow', { retired: true, into: ['claim'] }),
    )
    expect(tableOf('[I will](vow)', { codebook })).toEqual(['? on ?: “I will”'])
  })

  it('that the built-in one was split or merged into are what it was, and so are kinds of it', () => {
    const split = { ...claimLabel!, retired: true as const, into: ['vow', 'threat'] }
    const codebook = withLabels(
      own('actor'),
      split,
      own('vow'),
      own('threat'),
      own('oath', { parent: 'vow' }),
    )
    expect(
      tableOf('[I will](vow), [or else](threat), [by all](oath), [it is](claim)', { codebook }),
    ).toHaveLength(4)
  })

  it('of the codebook’s own are what their links show', () => {
    const codebook = withLabels(own('person'), own('remark'), own('colour'))
    const drawing = '[Reszek](person): [so](remark), [red](colour)'
    expect(tableOf(drawing, { codebook, links: ['Reszek makes so'] })).toEqual(['“Reszek” on ?: “so”'])
    expect(tableOf(drawing, { codebook })).toEqual([])
  })

  it('that were merged in a circle end somewhere', () => {
    const into = (id: string) => ({ retired: true, into: [id] })
    const codebook = withLabels(own('claim', into('vow')), own('vow', into('claim')))
    expect(tableOf('[I will](vow)', { codebook })).toEqual(['? on ?: “I will”'])
  })
})

it('does not count links whose ends are not what they should be', () => {
  const links = ['no talks makes Vane stays', 'Reszek supports no talks', 'Vane stays cites Harrow']
  expect(tableOf(said, { links })).toEqual(['? on ?: “Vane stays”', '? on “no talks”: (held)'])
})
