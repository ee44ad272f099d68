import { describe, expect, it } from 'vitest'
import type { LearntNames } from '../../data/record/evidence'
import type { Annotation } from '../../data/model/records'
import { actor, answerTo, drawn, type Drawn } from './drawn.test-data'
import { inWords, isAnswered, questionsFor, type Beginning, type Question } from './questions'
import { linksAt } from '../state/tags'
import { waysBetween } from './asked/way'
import { asked, canAnswer } from './rows'

const questions = (scene: Drawn, tag: Annotation, from: Beginning = 'who') =>
  questionsFor(scene.codebook, tag.label, from)

/** The rows for what was typed: names, with what stands beside them; in brackets those that cannot be taken. */
function rows(scene: Drawn, question: Question, tag: Annotation, typed = ''): readonly string[] {
  return asked(
    scene,
    question,
    tag,
  )(typed).flatMap((section) =>
    section.rows.map(({ name, beside, answer }) => {
      const words = [name, beside].filter(Boolean).join(', ')
      return answer ? words : `[${words}]`
    }),
  )
}

const words = (scene: Drawn, tag: Annotation, from: Beginning) =>
  questions(scene, tag, from).map((question) => inWords(question, tag.target[0]!.quote))

describe('what is asked', () => {
  const scene = drawn('[Pell](actor) said [it [stands](position)](claim).')

  it('follows from the codebook', () => {
    expect(words(scene, scene.tag('it stands'), 'who')).toEqual([
      'Made by whom?',
      'Supports or opposes what?',
    ])
    expect(words(scene, scene.tag('stands'), 'who')).toEqual([
      'Held by whom?',
      'Which position is it?',
      'Stance?',
    ])
    expect(words(scene, scene.tag('Pell'), 'who')).toEqual(['Who is “Pell”?'])
  })

  it('begins where one wants to', () => {
    expect(words(scene, scene.tag('it stands'), 'what')).toEqual(['Supports or opposes what?'])
    expect(words(scene, scene.tag('Pell'), 'what')).toEqual(['Makes or holds what?'])
    expect(words(scene, scene.tag('stands'), 'values')).toEqual([
      'Stance?',
      'Condition?',
      'Strength?',
      'You are?',
    ])
  })

  it('is answered by a link, or by what the tag means', () => {
    const linked = drawn('[Pell](actor) said [it [stands](position)](claim).', {
      links: [['Pell', 'makes', 'it stands']],
      means: { Pell: 'Dorian Pell' },
    })
    const answers = (tag: Annotation, ...lints: readonly string[]) =>
      questions(linked, tag).map((question) =>
        isAnswered(question, tag, linksAt(linked.records, tag.id), (lint) => lints.includes(lint)),
      )
    expect(answers(linked.tag('it stands'))).toEqual([true, false])
    expect(answers(linked.tag('Pell'))).toEqual([true])
    const { id } = linked.tag('stands')
    expect(answers(linked.tag('stands'), `means-nobody ${id}`)).toEqual([false, true, false])
    const claim = linked.tag('it stands').id
    expect(answers(linked.tag('it stands'), `claim-without-actor ${claim}`)).toEqual([true, false])
  })
})

describe('who can be chosen', () => {
  const drawing =
    '[Pell](actor) came. [Marit Oslund](actor) wept. [Pell](actor) said [it stands](claim), and [she](actor) and [she](actor) left.'

  const who = (scene: Drawn, typed = '') => {
    const tag = scene.tag('it stands')
    const found = rows(scene, questions(scene, tag)[0]!, tag, typed)
    expect(found.at(-1)).toBe('Cannot tell who')
    return found.slice(0, -1)
  }

  it('is one actor for all tags whose actors were merged', () => {
    const registry = [actor('Dorian Pell'), { ...actor('D. Pell'), into: 'Dorian Pell' }]
    const scene = drawn(drawing, { registry, means: { Pell: 'D. Pell', she: 'Dorian Pell' } })
    expect(who(scene)).toEqual(['Dorian Pell, 4 tags', 'Marit Oslund'])
    expect(who(scene, 'd. pell')).toEqual(['Dorian Pell, also “D. Pell”'])
  })

  it('is each name once, the likeliest first, and every pronoun by itself', () => {
    expect(who(drawn(drawing))).toEqual(['Pell, 2 tags', 'she', 'she', 'Marit Oslund'])
  })

  it('is one actor under all the words that mean it, found by each of them and by aliases', () => {
    const registry = [actor('Dorian Pell', 'the council’s chair'), actor('Marit Oslund')]
    const scene = drawn(drawing, { registry, means: { Pell: 'Dorian Pell', she: 'Dorian Pell' } })
    expect(who(scene)).toEqual(['Dorian Pell, 4 tags', 'Marit Oslund'])
    expect(who(scene, 'she')).toEqual(['Dorian Pell, also “she”'])
    expect(who(scene, 'chiar')).toEqual(['Dorian Pell, also “the council’s chair”'])
  })

  it('is an actor of the project too, whose name gets a tag where it stands', () => {
    const registry = [actor('Dorian Pell', 'Pell'), actor('Ada Quill', 'Quill')]
    const scene = drawn('Pell came. [They](actor) said [it stands](claim).', { registry })
    expect(who(scene)).toEqual(['They'])
    expect(who(scene, 'pell')).toEqual(['Dorian Pell, named here, gets a tag'])
    expect(who(scene, 'qu')).toEqual(['[Ada Quill, not named here: tag the words that mean it]'])
  })

  it('is a new actor, whose name gets a tag where it stands', () => {
    const scene = drawn('Pell came. [They](actor) said [it stands](claim).')
    expect(who(scene, 'Pell')).toEqual(['New actor “Pell”, person, named here, gets a tag'])
    expect(who(scene, 'Quill')).toEqual(['[New actor “Quill”, not named here: tag the words that mean it]'])
  })

  it('is nobody who makes it already, under whatever words', () => {
    const scene = drawn(drawing, { links: [['Pell', 'makes', 'it stands']] })
    expect(who(scene)).not.toContainEqual(expect.stringMatching(/Pell/))
  })
})

describe('what a claim can be for or against', () => {
  const drawing = '[More crew](position) came up, and [Pell said no](claim).'

  it('is a position of the article, or one of the project, which it then means', () => {
    const scene = drawn(drawing, { registry: answerTo('Shall the crews be larger?', 'No.') })
    const tag = scene.tag('Pell said no')
    const [what] = questions(scene, tag, 'what')
    expect(rows(scene, what!, tag)).toEqual(['More crew', 'No.'])
    const answers = asked(
      scene,
      what!,
      tag,
    )('').flatMap((section) => section.rows.map(({ answer }) => answer))
    expect(answers).toMatchObject([
      { is: 'tag', ways: [{ phrase: 'supports' }, { phrase: 'opposes' }] },
      { is: 'means', means: 'No.' },
    ])
  })

  it('cannot be said while there is none', () => {
    const scene = drawn('[Pell said no](claim).')
    const tag = scene.tag('Pell said no')
    expect(questions(scene, tag).map((question) => canAnswer(scene, question, tag))).toEqual([false, false])
  })
})

it('offers first for what an actor tag means who is called so, then who was meant last', () => {
  const registry = ['Ada Quill', 'Zoë O’Neil', 'Dorian Pell'].map((name) => actor(name))
  const scene = drawn('[Pell](actor) met [Zoë](actor).', { registry, means: { Zoë: 'Zoë O’Neil' } })
  const tag = scene.tag('Pell')
  const names = rows(scene, questions(scene, tag)[0]!, tag)
  expect(names).toEqual([
    'Dorian Pell, person',
    'Zoë O’Neil, person',
    'Ada Quill, person',
    'New actor “Pell”, person',
    'Cannot tell who is meant',
  ])
})

describe('what an actor tag means', () => {
  const registry = ['Dorian Pell', 'Zoë O’Neil', 'Marit Oslund'].map((name) => actor(name))
  const scene = drawn('[He](actor) met [Zoë](actor), and [his government](actor) [he](actor).', {
    registry,
    means: { Zoë: 'Zoë O’Neil', he: 'Marit Oslund' },
  })
  const sections = (words: string, typed = '', learnt?: LearntNames) =>
    asked(
      learnt ? { ...scene, learnt } : scene,
      { is: 'meaning', of: 'actor' },
      scene.tag(words),
    )(typed).map(({ title, rows: own }) =>
      [title, ...own.map(({ name }) => name)].filter((each) => each !== null),
    )

  it('is first whom the same words meant here, then whom they meant in other articles', () => {
    const learnt = {
      version: 1,
      entries: { 'Dorian Pell': [['he', 7] as const], 'Zoë O’Neil': [['Ms O’Neil', 2] as const] },
    }
    expect(sections('He', '', learnt)[0]).toEqual(['Called so', 'Marit Oslund', 'Dorian Pell'])
  })

  it('is found by what it was called anywhere', () => {
    const learnt = {
      version: 2,
      entries: { 'Dorian Pell': [['the chairman', 3] as const, ['he', 9] as const] },
    }
    expect(sections('his government', 'chairm', learnt)[1]).toEqual(['In the project', 'Dorian Pell'])
  })

  it('may be somebody new, called as was typed, or cannot be told', () => {
    expect(sections('his government', 'Orl').at(-1)).toEqual(['New actor “Orl”', 'Cannot tell who is meant'])
    // A pronoun is nobody's name.
    expect(sections('his government').at(-1)).toEqual(['Cannot tell who is meant'])
  })
})

it('asks of a new position which issue it answers: one of the project, or a new one', () => {
  const scene = drawn('[It goes](position)', { registry: answerTo('Must it go?', 'It stays') })
  const tag = scene.tag('It goes')
  const positions = asked(
    scene,
    { is: 'meaning', of: 'position' },
    tag,
  )('').flatMap((section) => section.rows)
  expect(positions.map(({ name }) => name)).toEqual([
    'It stays',
    'New position “It goes”',
    'Cannot tell which is meant',
  ])
  const question: Question = { is: 'issue', answer: 'It goes' }
  expect(rows(scene, question, tag)).toEqual(['Must it go?'])
  expect(rows(scene, question, tag, 'When?')).toEqual(['New issue “When?”'])
})

it('gives each value a letter of its own', () => {
  const scene = drawn('[It stands](claim)')
  const tag = scene.tag('It stands')
  const letters = questions(scene, tag, 'values')
    .slice(0, 3)
    .map((question) =>
      asked(
        scene,
        question,
        tag,
      )('').flatMap((section) => section.rows.map(({ name, letter }) => `${letter} ${name}`)),
    )
  expect(letters).toEqual([
    ['d Direct', 'i Indirect', 'p Paraphrase', 'm Mixed'],
    ['a Assertion', 'd Demand', 'p Promise', 'e Evaluation', 'n Denial', 'c Action'],
    ['c Certain', 'p Probable', 'o Possible'],
  ])
})

it('knows in which ways two tags can be linked that are not yet', () => {
  const scene = drawn('[Pell](actor) and [Oslund](actor) said no to [more](position): [no](claim)', {
    links: [
      ['no', 'opposes', 'more'],
      ['Pell', 'cites', 'Oslund'],
    ],
  })
  const between = (a: string, b: string) =>
    waysBetween(scene, scene.tag(a), scene.tag(b)).map(({ phrase }) => phrase)
  expect(between('no', 'more')).toEqual(['supports'])
  expect(between('more', 'no')).toEqual(['supported by'])
  expect(between('Pell', 'Oslund')).toEqual(['cited by'])
  expect(between('Pell', 'Pell')).toEqual([])
  expect(between('no', 'Pell')).toEqual(['made by', 'addressed to'])
})
