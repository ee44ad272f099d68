import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCodebook as codebook } from '../../../data/model/built-in-codebook'
import type { Annotation, WorkRecord } from '../../../data/model/records'
import { Registry } from '../../../data/model/registry'
import type { Decision } from '../../../data/model/review-records'
import { comparisonOf } from '../../../data/review/compare'
import { anySides, comparing, drawnSides, linkOf, wordsOf } from '../../../data/review/drawn-sides.test-data'
import type { Side } from '../../../data/review/side'
import { annotated } from '../../../data/samples/annotated'
import { decide } from '../../../data/store/commands'
import { decideCommand, unless, type Choice } from './decide-command'
import { callPeople, kindInWords, presetReason, sameInWords, standingInWords } from './difference-words'
import { halves, moved, readingOf } from './draft'
import {
  decisionsOn,
  differencesIn,
  filtered,
  keptWhereSame,
  nextFrom,
  ordered,
  type Difference,
} from './differences'
import { factsOf } from './facts'
import { pieces } from './pieces'

const ARTICLE = 'a'.repeat(26)
const called = callPeople([
  { id: 'ada', name: 'Ada Quill' },
  { id: 'ben', name: 'Ben Okafor' },
  { id: 'cid', name: 'Cid Marsh' },
])

/** People's tags on a text, and what reviewers decide on them. */
class Desk {
  readonly text: string
  sides: readonly Side[]
  readonly #decisions = new Map<string, Map<string, WorkRecord>>()
  #ids = 0

  constructor(drawings: Readonly<Record<string, string>>) {
    this.text = annotated(Object.values(drawings)[0]!).articles[0]!.text
    this.sides = drawnSides(drawings).map((side) => ({
      ...side,
      tags: side.tags.map((tag) => ({
        ...tag,
        target: tag.target.map((range) => ({ ...range, quote: this.text.slice(range.start, range.end) })),
      })),
    }))
  }

  get all(): readonly Difference[] {
    const comparison = comparisonOf(ARTICLE, this.sides, { ...comparing, threshold: 0.3 })
    const reviewers = [...this.#decisions].map(([annotator, records]) => ({
      annotator,
      records: records.values(),
    }))
    return differencesIn(comparison, decisionsOn(reviewers))
  }

  get comparison() {
    return comparisonOf(ARTICLE, this.sides, { ...comparing, threshold: 0.3 })
  }

  /** A line a row: its number, what is different, its words, and what became of it. */
  get rows(): string[] {
    const people = this.sides.map(({ annotator }) => annotator)
    return this.all.map((each) => {
      const { group, number, standing } = each
      const words =
        group.is === 'tags'
          ? wordsOf(
              this.text,
              group.tags.find((tag) => tag !== null)!,
            )
          : 'link'
      const became = standingInWords(each, people, called) || standing
      return `${number} ${kindInWords(each, codebook, called)}: ${words} – ${became}`
    })
  }

  /** As the store would make it. */
  decide(by: string, number: number, choice: Choice, minute = ++this.#ids): Decision {
    const difference = this.all.find((each) => each.number === number)!
    const own = this.#decisions.get(by) ?? new Map<string, WorkRecord>()
    this.#decisions.set(by, own)
    const scene = {
      text: this.text,
      records: own,
      codebook,
      registry: [],
      company: {
        me: by,
        others: new Map(
          this.sides.map(({ annotator, tags, links }) => [
            annotator,
            new Map([...tags, ...links].map((record): [string, WorkRecord] => [record.id, record])),
          ]),
        ),
        knows: () => true,
      },
    }
    const stamp = {
      newId: () => `00000000-0000-7000-9000-${String(++this.#ids).padStart(12, '0')}`,
      now: `2031-03-12T10:${String(minute).padStart(2, '0')}:00.000Z`,
    }
    const made = decide(scene, decideCommand(difference, choice, { reason: null, note: '' }), stamp)
    if (!made.ok) throw new Error(made.error.kind)
    for (const { id, after } of made.value) {
      if (after) own.set(id, after)
      else own.delete(id)
    }
    return made.value.map(({ after }) => after).find((record) => record?.is === 'decision')!
  }

  /** Somebody makes one of their tags another. */
  edit(annotator: string, words: string, change: Partial<Annotation>): void {
    this.sides = this.sides.map((side) =>
      side.annotator === annotator
        ? {
            ...side,
            tags: side.tags.map((tag) => (wordsOf(this.text, tag) === words ? { ...tag, ...change } : tag)),
          }
        : side,
    )
  }
}

const twoPeople = () =>
  new Desk({
    ada: '[Mr Reszek](actor) told [Orlane](actor) that [he would stay](claim).',
    ben: 'Mr [Reszek](actor) told [Orlane](actor) that he would stay.',
  })

describe('the list of differences', () => {
  it('numbers what differs in text order, and has what all have alike without a number', () => {
    expect(twoPeople().rows).toEqual([
      '1 Boundary: Mr Reszek – open',
      '0 Same: Orlane – alike',
      '2 Only Ada: he would stay – open',
    ])
  })

  it('says whose reading was taken, and what else became of one', () => {
    const desk = twoPeople()
    desk.decide('ruth', 1, { is: 'accept', side: 1 })
    desk.decide('ruth', 2, { is: 'reject' })
    expect(desk.rows).toEqual([
      '1 Boundary: Mr Reszek – Ben’s',
      '0 Same: Orlane – alike',
      '2 Only Ada: he would stay – Rejected',
    ])
    desk.decide('ruth', 1, { is: 'contested', weights: [0.7, 0.3] })
    expect(desk.rows[0]).toBe('1 Boundary: Mr Reszek – Contested')
  })

  it('opens again when a tag changes after the decision, but not when it becomes what was decided', () => {
    const desk = twoPeople()
    desk.decide('ruth', 1, { is: 'accept', side: 0 })
    desk.edit('ben', 'Reszek', { note: 'a note changes nothing', attributes: { confidence: 1 } })
    expect(desk.rows[0]).toBe('1 Boundary: Mr Reszek – Ada’s')
    desk.edit('ben', 'Reszek', { attributes: { speech: 'direct' } })
    expect(desk.rows[0]).toMatch(/Changed since$/)
  })

  it('stays decided when the annotator takes the decision over and another has made it', () => {
    const desk = new Desk({
      ada: '[Mr Reszek](actor) left.',
      ben: 'Mr [Reszek](actor) left.',
      cid: 'Mr Reszek [left](claim).',
    })
    desk.decide('ruth', 1, { is: 'accept', side: 0 })
    const ada = desk.sides[0]!.tags[0]!
    desk.edit('ben', 'Reszek', { target: ada.target })
    expect(desk.rows[0]).toBe('1 Missed by one: Mr Reszek – Ada’s')
  })

  it('opens again when somebody tags the words after they were decided on', () => {
    const desk = twoPeople()
    desk.decide('ruth', 2, { is: 'accept', side: 0 })
    expect(desk.rows[2]).toMatch(/Accepted$/)
    const [ada, ben] = desk.sides as [Side, Side]
    const own = ada.tags.at(-1)!
    desk.sides = [
      ada,
      { ...ben, tags: [...ben.tags, { ...own, id: own.id.replace(/.$/, '9'), label: 'position' }] },
    ]
    expect(desk.rows[2]).toBe('2 Label: he would stay – Tagged since')
  })

  it('has the latest of several reviewers count, and says that they clash', () => {
    const desk = twoPeople()
    desk.decide('ruth', 1, { is: 'accept', side: 0 }, 40)
    desk.decide('paul', 1, { is: 'accept', side: 1 }, 50)
    expect(desk.rows[0]).toBe('1 Boundary: Mr Reszek – Ben’s, disputed')
    desk.decide('ruth', 1, { is: 'accept', side: 1 }, 55)
    expect(desk.rows[0]).toBe('1 Boundary: Mr Reszek – Ben’s')
  })

  it('suggests a reason from the first kind that has one', () => {
    expect(twoPeople().all.map(presetReason)).toEqual(['boundary', null, 'missed'])
  })

  it('is ordered by kind when that is wanted, those of one kind in text order', () => {
    const differing = twoPeople().all.filter(({ number }) => number > 0)
    expect(ordered(differing, 'kind').map(({ number }) => number)).toEqual([2, 1])
  })
})

describe('filters', () => {
  const desk = new Desk({
    ada: '[Reszek](actor) and [Orlane](actor) and [talks](claim)',
    ben: '[Reszek](position) and [Orlane](actor) and talks',
  })
  const terms = { sides: ['ada', 'ben'], codebook, registry: Registry.of([]) }
  const numbers = (filter: Parameters<typeof filtered>[1]) =>
    filtered(desk.all, filter, terms).map(({ number }) => number)

  it('leave out what all have alike unless that is asked for', () => {
    expect(numbers({})).toEqual([1, 2])
    expect(numbers({ standings: ['alike'] })).toEqual([0])
  })

  it('narrow by kind, by label and by what was chosen against what', () => {
    expect(numbers({ kinds: ['missed'] })).toEqual([2])
    expect(numbers({ labels: ['position'] })).toEqual([1])
    expect(numbers({ chosen: { of: 'label', values: ['actor', 'position'] } })).toEqual([1])
    expect(numbers({ chosen: { of: 'label', values: ['actor', 'actor'] } })).toEqual([0])
    expect(numbers({ chosen: { of: 'label', values: ['claim', null] } })).toEqual([2])
  })

  it('show just the groups behind a number', () => {
    expect(numbers({ keys: desk.all.map(({ key }) => key) })).toEqual([1, 0, 2])
  })
})

it('keeps the very rows of before that a decision does not touch', () => {
  const desk = twoPeople()
  const comparison = desk.comparison
  const before = differencesIn(comparison, decisionsOn([]))
  const decision = desk.decide('ruth', 2, { is: 'reject' })
  const after = keptWhereSame(
    before,
    differencesIn(comparison, decisionsOn([{ annotator: 'ruth', records: [decision] }])),
  )
  expect(after.map((each, i) => each === before[i])).toEqual([true, true, false])
})

it('goes on to the next open one, round the end, and stays where there is none', () => {
  const { all } = twoPeople()
  const isOpen = ({ standing }: Difference) => standing === 'open'
  const [first, , last] = all
  expect(nextFrom(all, last!.key, 1, isOpen)).toBe(first)
  expect(nextFrom(all, first!.key, -1, isOpen)).toBe(last)
  expect(nextFrom([first!], first!.key, 1, isOpen)).toBeNull()
})

it('never loses a tag or link, and numbers each difference once, whoever tagged what', () => {
  fc.assert(
    fc.property(anySides({ sides: 4, tags: 5 }), (sides) => {
      const all = differencesIn(comparisonOf(ARTICLE, sides, comparing), decisionsOn([]))
      const owned = all.flatMap((each) => each.owned.map(({ record }) => record.id))
      const made = sides.flatMap(({ tags, links }) => [...tags, ...links].map(({ id }) => id))
      expect(owned.toSorted()).toEqual(made.toSorted())
      const numbers = all.flatMap(({ number }) => (number > 0 ? [number] : []))
      expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    }),
  )
})

describe('what can be decided', () => {
  it('is not to accept a tag that is not there, nor to keep one reading as several', () => {
    const [, , missed] = twoPeople().all
    expect(unless(missed!, { is: 'accept', side: 1 })).toBe('no-reading')
    expect(unless(missed!, { is: 'contested', weights: null })).toBe('one-reading')
  })

  it('takes a link of another type as the link that stands for both', () => {
    const desk = new Desk({ ada: '[He](actor) [said no](claim)', ben: '[He](actor) [said no](claim)' })
    const types = ['makes', 'cites']
    desk.sides = desk.sides.map((side, i) => ({
      ...side,
      links: [linkOf(`00000000-0000-7000-8000-00000000090${i}`, types[i]!, side.tags[0]!, side.tags[1]!)],
    }))
    const link = desk.all.find(({ group }) => group.is === 'links')!
    const command = decideCommand(link, { is: 'accept', side: 0 }, { reason: null, note: '' })
    expect(command.action).toBe('change')
    expect(command.links.map(({ type, from }) => [type, from.annotator])).toEqual([['makes', 'ada']])
  })
})

it('does not call a link the same that somebody could not make, having no tag at one of its ends', () => {
  const linked = (ben: string) => {
    const desk = new Desk({ ada: '[He](actor) [said no](claim)', ben })
    desk.sides = desk.sides.map(({ tags, ...side }, i) => ({
      ...side,
      tags,
      links: tags[1] ? [linkOf(`00000000-0000-7000-8000-00000000090${i}`, 'makes', tags[0]!, tags[1])] : [],
    }))
    const link = desk.all.find(({ group }) => group.is === 'links')!
    return [link.number, sameInWords(link).title]
  }
  expect(linked('[He](actor) [said no](claim)')).toEqual([0, 'Nothing different'])
  expect(linked('[He](actor) said no')).toEqual([0, 'Different at its ends'])
})

describe('the facts of two readings', () => {
  it('tell what differs first, and what is alike after it', () => {
    const desk = twoPeople()
    const [{ group }] = desk.all as [Difference]
    expect(
      factsOf(group, desk.comparison, { codebook, registry: [] }).map(
        ({ name, values, alike }) => `${name}: ${alike ? 'all ' : ''}${values.join(' / ')}`,
      ),
    ).toEqual(['Starts at: Mr / Reszek', 'Ends at: all Reszek / Reszek', 'Label: all Actor / Actor'])
  })

  it('mark the words that the other has not, and where the other begins before', () => {
    const [{ group }] = twoPeople().all as [Difference]
    const [ada, ben] = group.is === 'tags' ? group.tags : []
    const drawn = (tag: Annotation, other: Annotation) =>
      pieces(tag, [other])
        .map(({ text, isOwn }) => (isOwn ? `<${text}>` : text))
        .join('')
    expect(drawn(ada!, ben!)).toBe('<Mr >Reszek')
    expect(drawn(ben!, ada!)).toBe('… Reszek')
  })
})

describe('a draft', () => {
  const text = 'Reszek said that he would stay, and left.'
  const wordsIn = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' | ')
  const at = (words: string) => {
    const start = text.indexOf(words)
    return [{ start, end: start + words.length }]
  }

  it('moves its edges a word at a time, and never one past the other', () => {
    expect(wordsIn(moved(text, at('he would'), 'start', -1))).toBe('that he would')
    expect(wordsIn(moved(text, at('he would'), 'start', 1))).toBe('would')
    expect(wordsIn(moved(text, at('he would'), 'end', 1))).toBe('he would stay')
    expect(wordsIn(moved(text, at('he would'), 'end', -1))).toBe('he')
    expect(wordsIn(moved(text, at('would'), 'start', 1))).toBe('would')
  })

  it('is split at its parts, or between the words nearest to its middle', () => {
    const tag = (drawing: string) => readingOf(drawnSides({ ada: drawing })[0]!.tags[0]!)
    expect(
      halves(tag('[1|Reszek](1|claim) said that [1|he](1|claim) would'), text).map(({ spans }) =>
        wordsIn(spans),
      ),
    ).toEqual(['Reszek', 'he'])
    expect(halves(tag('[Reszek said](claim) that'), text).map(({ spans }) => wordsIn(spans))).toEqual([
      'Reszek',
      'said',
    ])
  })
})
