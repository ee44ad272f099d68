import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../model/annotation-set'
import type { Article } from '../model/article'
import { plainArticle } from '../samples/annotated'
import { picture } from '../samples/picture'
import type { KnownArticles } from './format'
import { readW3c } from './w3c-read'

const TEXT = '😀 Ada said 😀 Charles said no.\n\nAda left.'
const URL = 'https://news.example/ada'
const article: Article = { ...plainArticle(TEXT), format: 'parley/article', schema: 1, url: URL }
const known: KnownArticles = {
  byId: async (id) => (id === article.id ? article : null),
  byUrl: async (url) => (url === URL ? article : null),
}

const read = async (value: unknown) => readW3c({ name: 'other.json', text: JSON.stringify(value) }, known)
const setIn = async (value: unknown): Promise<AnnotationSet> => {
  const result = await read(value)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const pictureOf = async (value: unknown) => picture(await setIn(value))
const problemIn = async (value: unknown) => {
  const result = await read(value)
  return result.ok ? null : result.error
}

const quote = (exact: string, prefix?: string, suffix?: string) => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const on = (...selector: object[]) => ({ source: URL, selector })
const tag = (target: unknown, more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://tool.example/1',
  type: 'Annotation',
  body: { type: 'TextualBody', purpose: 'tagging', value: 'Actor' },
  target,
  ...more,
})
const ADA = '😀 [Ada](actor) said 😀 Charles said no.\n\nAda left.'
const CHARLES = '😀 Ada said 😀 [Charles](actor) said no.\n\nAda left.'

describe('words are found', () => {
  it.each([
    ['by a position in code points', [position(2, 5)], ADA],
    ['by a quote that stands there once', [quote('Charles')], CHARLES],
    ['by a quote with what stands around it', [quote('Ada', '😀 ', ' said')], ADA],
    ['by position where quote and context agree with two', [quote('Ada'), position(2, 5)], ADA],
    ['by a position in UTF-16 when only that has the quote', [quote('Ada'), position(3, 6)], ADA],
    ['by the quote when the position is wrong', [position(0, 7), quote('Charles')], CHARLES],
    [
      'by a quote that refines another selector',
      [{ type: 'FragmentSelector', value: 'p1', refinedBy: quote('Charles') }],
      CHARLES,
    ],
    ['whatever other selectors say', [{ type: 'XPathSelector', value: '/p' }, quote('Charles')], CHARLES],
    [
      'whole, where half an emoji is selected',
      [quote('a'.slice(1) + '\ude00 Ada said'), position(1, 11)],
      '[😀 Ada said](actor) 😀 Charles said no.\n\nAda left.',
    ],
  ])('%s', async (_, selectors, drawing) => {
    expect(await pictureOf(tag(on(...selectors)))).toBe(drawing)
  })

  it('in one unit for the whole file, as its quotes show', async () => {
    const utf16 = tag(on(quote('Charles'), position(15, 22)))
    const bare = tag(on(position(3, 6)), { id: 'https://tool.example/2' })
    expect(await pictureOf([bare, utf16])).toBe(
      '😀 [Ada](actor) said 😀 [Charles](actor) said no.\n\nAda left.',
    )
  })

  it('in several targets as one tag', async () => {
    const targets = [on(quote('left')), on(quote('no'))]
    expect(await pictureOf(tag(targets))).toBe(
      '😀 Ada said 😀 Charles said [1|no](1|actor).\n\nAda [1|left](1|actor).',
    )
  })

  it.each([
    ['its id', { source: `urn:sha256:${article.id}` }],
    ['its address in an object', { source: { id: URL, type: 'Text' } }],
    ['its text in the source', { source: { type: 'Text', value: TEXT } }],
  ])('in the article that is named by %s', async (_, source) => {
    expect(await pictureOf(tag({ ...source, selector: quote('Charles') }))).toBe(CHARLES)
  })
})

describe('a file may be', () => {
  const one = tag(on(quote('Charles')))
  it.each([
    ['one annotation', one],
    ['a list', [one]],
    ['a page', { type: 'AnnotationPage', items: [one] }],
    [
      'a collection',
      { type: ['AnnotationCollection'], total: 1, first: { type: 'AnnotationPage', items: [one] } },
    ],
    [
      'a Hypothesis export',
      {
        annotations: [
          { id: 'x', user: 'acct:ines@h.example', text: '', tags: ['actor'], target: [on(quote('Charles'))] },
        ],
      },
    ],
  ])('%s', async (_, value) => {
    expect(await pictureOf(value)).toBe(CHARLES)
  })

  it('a collection of several pages', async () => {
    const next = { items: [tag(on(quote('no')), { id: 'https://tool.example/2' })] }
    const set = await setIn({ type: 'AnnotationCollection', total: 2, first: { items: [one], next } })
    expect(set.annotations).toHaveLength(2)
  })
})

describe('what an annotation says', () => {
  it('is kept: label, note, other tags, creator, times', async () => {
    const set = await setIn(
      tag(on(quote('Charles')), {
        body: [
          { type: 'SpecificResource', purpose: 'classifying', source: 'https://codes.example/labels#Claim' },
          { type: 'TextualBody', purpose: 'tagging', value: 'urgent' },
          { type: 'TextualBody', value: 'Who?' },
        ],
        creator: { id: 'https://tool.example/people/zoe', name: 'Zoë Quill' },
        created: '2031-03-12T10:30:00+01:00',
      }),
    )
    expect(set.annotations[0]).toMatchObject({
      label: 'claim',
      note: 'Who?\n\n#urgent',
      created: '2031-03-12T09:30:00.000Z',
      modified: '2031-03-12T09:30:00.000Z',
    })
    expect(set.annotators).toEqual([
      { id: expect.stringMatching(/^zoe-quill-[a-z2-7]{10}$/), name: 'Zoë Quill' },
    ])
  })

  it('has the same ids each time, and a UUID of its own where it has one', async () => {
    const [one, two] = [await setIn(tag(on(quote('Charles')))), await setIn(tag(on(quote('Charles'))))]
    expect(one).toEqual(two)
    expect(one.annotations[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
    const id = '9b6aa528-660a-4551-8265-66f45c61acab'
    expect((await setIn(tag(on(quote('Charles')), { id }))).annotations[0]?.id).toBe(id)
  })

  it('may be a link between two others', async () => {
    const claim = { type: 'TextualBody', purpose: 'tagging', value: 'claim' }
    const set = await setIn([
      tag(on(quote('Charles')), { id: 'urn:a' }),
      tag(on(quote('no')), { id: 'urn:b', body: claim }),
      {
        id: 'urn:c',
        type: 'Annotation',
        motivation: 'linking',
        target: 'urn:a',
        body: ['urn:b', { value: 'Makes' }],
      },
    ])
    const [from, to] = set.annotations
    expect(set.links).toMatchObject([{ type: 'makes', from: from!.id, to: to!.id }])
  })
})

describe('refused, with the place and the expectation', () => {
  it.each<[string, unknown, object]>([
    ['a file of something else', { type: 'Person' }, { where: 'the top level' }],
    ['a list with something else', [7], { where: '[0]', expected: 'an annotation' }],
    [
      'a page that stands elsewhere',
      { type: 'AnnotationCollection', first: 'https://x.example/1' },
      { where: 'first' },
    ],
    ['a whole article', tag(URL), { where: 'target' }],
    ['no selector for text', tag(on({ type: 'SvgSelector' })), { where: 'target.selector' }],
    ['a quote without words', tag(on({ type: 'TextQuoteSelector' })), { where: 'target.selector' }],
    ['a position with an end before its start', tag(on(position(5, 2))), { where: 'target.selector' }],
    ['a position past the end', tag(on(position(0, 999))), { where: 'target.selector' }],
    ['a quote that stands there twice', tag(on(quote('Ada'))), { where: 'target.selector' }],
    [
      'a quote that stands elsewhere',
      tag(on(quote('Eva'), position(2, 5))),
      { kind: 'quote-differs', found: 'Ada' },
    ],
    [
      'an article that nobody has',
      tag({ source: 'https://x.example/', selector: quote('Ada') }),
      { kind: 'unknown-article', where: 'target.source', article: 'https://x.example/' },
    ],
    ['no source', tag({ selector: quote('Ada') }), { where: 'target.source' }],
    [
      'an unknown label',
      tag(on(quote('no')), { body: { purpose: 'tagging', value: 'rumour' } }),
      { where: 'body', expected: expect.stringMatching('Actor, Position, Claim.*“rumour”') },
    ],
    ['no label', [tag(on(quote('no')), { body: [] })], { where: '[0].body' }],
    ['a date that is none', tag(on(quote('no')), { created: 'yesterday' }), { where: 'created' }],
    ['the same annotation twice', [tag(on(quote('no'))), tag(on(quote('no')))], { where: '[1].id' }],
  ])('%s', async (_, value, problem) => {
    expect(await problemIn(value)).toMatchObject({ file: 'other.json', ...problem })
  })
})

it('reads an annotation whose id no URL can hold, and gives it one id each time', async () => {
  const ids = [tag(on(quote('no')), { id: 'https://tool.example/\ud800' })]
  const [first, second] = [await setIn(ids), await setIn(ids)]
  expect(first.annotations).toHaveLength(1)
  expect(first.annotations[0]!.id).toBe(second.annotations[0]!.id)
})
