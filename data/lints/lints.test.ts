import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Codebook } from '../model/codebook'
import { drawnWork } from '../record/drawn-work.test-data'
import type { WorkLike } from '../record/work-graph'
import { annotated } from '../samples/annotated'
import { knownNames, lintsOf } from './lints'
import type { Lint } from './lint'

type Said = Parameters<typeof drawnWork>[1] & { readonly known?: readonly string[] }

function lints(drawing: string, { known = [], codebook = builtInCodebook, ...said }: Said = {}): Lint[] {
  const article = annotated(drawing).articles[0]!
  return lintsOf({
    article,
    records: drawnWork(drawing, said),
    codebook,
    known: knownNames(known.map((words) => ({ words, means: null }))),
  })
}

/** "kind: words" a lint. */
function told(drawing: string, said: Said = {}): string[] {
  const { text } = annotated(drawing).articles[0]!
  return lints(drawing, said).map(
    ({ kind, places }) => `${kind}: ${places.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
  )
}

/** What the mended tag has. */
function mended(drawing: string): string[] {
  const { text } = annotated(drawing).articles[0]!
  return lints(drawing).flatMap(({ fix }) =>
    fix.is === 'move' ? fix.spans.map(({ start, end }) => text.slice(start, end)) : [],
  )
}

describe('a claim', () => {
  it('that nobody makes is asked about, and one that has its actor is not', () => {
    const drawing = '[Reszek](actor) says [he must go](claim), and [nobody stays](claim).'
    expect(told(drawing, { links: ['Reszek makes he must go'] })).toEqual([
      'claim-without-actor: nobody stays',
    ])
  })
})

describe('a position', () => {
  const drawing = '[Harrow](actor): [they should talk](claim), so [talks now](position).'
  const links = ['Harrow makes they should talk']

  it('without a stance is asked about', () => {
    expect(told(drawing, { links })).toEqual(['position-without-stance: talks now'])
    expect(told(drawing, { links, with: { 'talks now': { stance: 2 } } })).toEqual([])
  })

  it('is not asked about when a claim is for it or against it', () => {
    expect(told(drawing, { links: [...links, 'they should talk opposes talks now'] })).toEqual([])
  })
})

it('a value that the codebook requires is missed', () => {
  const attributes = builtInCodebook.attributes.map((each) =>
    each.id === 'confidence' ? { ...each, required: true as const } : each,
  )
  const codebook: Codebook = { ...builtInCodebook, attributes }
  expect(told('[Reszek](actor) left.', { codebook })).toEqual(['value-missing: Reszek'])
  expect(told('[Reszek](actor) left.', { codebook, with: { Reszek: { confidence: 3 } } })).toEqual([])
})

describe('a quotation', () => {
  it.each([
    '“We will not come to talks,” Reszek said.',
    '“We will not come to talks,” said the envoy of Kestria.',
    'Reszek told reporters: “We will not come to talks.”',
    'He said on Monday that “they will not come”.',
  ])('with a verb of speech and no claim is asked about: %s', (text) => {
    expect(lints(text).map(({ kind }) => kind)).toEqual(['quotation-without-claim'])
  })

  it.each([
    'They played “the old game of the north” again.',
    'He called it “unrealistic”, he said.',
    '[“We will not come to talks,”](claim) said Reszek.',
  ])('is not, without a verb, with few words, or tagged: %s', (text) => {
    expect(lints(text).filter(({ kind }) => kind === 'quotation-without-claim')).toEqual([])
  })
})

describe('a name that is tagged elsewhere', () => {
  it('and not here is told once, with all its places', () => {
    expect(told('It was Lavrov. Then Lavrov left, and [Lavrov](actor) came.', { known: ['Lavrov'] })).toEqual(
      ['name-without-tag: Lavrov … Lavrov'],
    )
  })

  it('is found among the words of a longer one', () => {
    const text = 'He met Russian Foreign Minister Sergei Lavrov in Geneva.'
    expect(told(text, { known: ['Sergei Lavrov', 'Lavrov'] })).toEqual(['name-without-tag: Sergei Lavrov'])
  })

  it('is no “he”, and none without capitals', () => {
    expect(told('Then he left. He came.', { known: ['he'] })).toEqual([])
  })
})

it('one label twice on the same words is told of the later tag', () => {
  const found = lints('[1|[2|Reszek](2|actor)](1|actor) left.')
  expect(found.map(({ kind, tag }) => [kind, tag?.at(-1)])).toEqual([['tagged-twice', '2']])
})

describe('the edges of a tag', () => {
  it.each([
    ['It was[ Reszek ](actor)who left.', 'white-space-at-the-edge', 'Reszek'],
    ['It was Resz[ek](actor) who left.', 'word-cut', 'Reszek'],
    ['It was [Resz](actor)ek who left.', 'word-cut', 'Reszek'],
    ['It was[ Resz](actor)ek who left.', 'white-space-at-the-edge', 'Reszek'],
  ])('of %s', (drawing, kind, words) => {
    expect(lints(drawing).map((lint) => lint.kind)).toEqual([kind])
    expect(mended(drawing)).toEqual([words])
  })

  it.each([
    '[Assad](actor)’s men',
    'a [Russian](actor)-backed plan',
    '[外交](actor)部長は',
    '[“No](position)”',
  ])('are right in %s', (drawing) => {
    expect(mended(drawing)).toEqual([])
  })
})

describe('whatever else is tagged', () => {
  const drawing = '[Reszek](actor) says [he must go](claim), [nobody](actor) stays[ here](claim).'
  const records = drawnWork(drawing, { links: ['Reszek makes he must go'] })
  const article = annotated(drawing).articles[0]!
  const lintsWith = (among: readonly WorkLike[]) =>
    lintsOf({ article, records: among, codebook: builtInCodebook, known: new Map() })

  it('a lint stays as it is, in any order of the records', () => {
    const ofTag = (id: string, all: readonly Lint[]) => all.filter(({ tag }) => tag === id)
    const tags = records.filter((record) => record.is === 'annotation')
    fc.assert(
      fc.property(
        fc.constantFrom(...tags),
        fc.shuffledSubarray([...records], { minLength: 0 }),
        (tag, others) => {
          const near = records.filter(
            (record) => record.is === 'link' && (record.from === tag.id || record.to === tag.id),
          )
          const ends = tags.filter(({ id }) =>
            near.some((record) => record.is === 'link' && (record.from === id || record.to === id)),
          )
          const needed = new Set<WorkLike>([tag, ...near, ...ends])
          const some = [...needed, ...others.filter((record) => !needed.has(record))]
          expect(ofTag(tag.id, lintsWith(some))).toEqual(ofTag(tag.id, lintsWith(records)))
        },
      ),
    )
  })
})
