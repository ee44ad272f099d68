import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegistryDocument, WorkDocument } from '../model/document'
import { decodeDocument, encodeDocument, readDocument } from './encode-document'

const article = 'a'.repeat(26)
const uuid = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const time = '2031-03-12T10:00:00.000Z'

const tag = (n: number, note: string): WorkDocument['items'][string] => ({
  rev: [n, 'abcdefghij'],
  record: {
    is: 'annotation',
    id: uuid(n),
    created: time,
    modified: time,
    article,
    label: 'actor',
    target: [{ start: n, end: n + 1, quote: 'x', prefix: '', suffix: '' }],
    attributes: {},
    note,
    means: null,
    codebook: 'b'.repeat(26),
  },
})

const documentOf = (items: WorkDocument['items']): WorkDocument => ({
  format: 'parley/work',
  schema: 2,
  project: 'p',
  annotator: 'ada',
  device: 'abcdefghij',
  clock: 9,
  logged: 0,
  article,
  items,
})

const sample = documentOf({
  [uuid(2)]: tag(2, 'second'),
  [uuid(1)]: tag(1, 'first'),
  [uuid(3)]: { rev: [3, 'abcdefghij'], record: null },
})
const registry: RegistryDocument = {
  format: 'parley/registry',
  schema: 2,
  project: 'p',
  annotator: 'ada',
  device: 'abcdefghij',
  clock: 1,
  logged: 0,
  items: {
    [uuid(1)]: {
      rev: [1, 'abcdefghij'],
      record: { is: 'issue', id: uuid(1), created: time, modified: time, question: 'Who?' },
    },
  },
}

const textOf = (document: WorkDocument) => new TextDecoder().decode(encodeDocument(document))
const decode = (text: string) => decodeDocument(new TextEncoder().encode(text), 'file', 'work')
const damaged = { ok: false, error: { kind: 'damaged-file', file: 'file' } }

/** The sample with one thing changed and a `sum` that fits, as another program could write it. */
const changed = (change: Readonly<Record<string, unknown>>) => textOf({ ...sample, ...change })
const changedItem = (n: number, item: unknown) => changed({ items: { ...sample.items, [uuid(n)]: item } })

describe('the file of a document', () => {
  it('has sorted keys, a line for each field and each item, and the sum last', () => {
    const lines = textOf(documentOf({ [uuid(3)]: { rev: [3, 'abcdefghij'], record: null } })).split('\n')
    expect(lines).toEqual([
      '{',
      '"annotator":"ada",',
      `"article":"${article}",`,
      '"clock":9,',
      '"device":"abcdefghij",',
      '"format":"parley/work",',
      '"items":{',
      `"${uuid(3)}":{"record":null,"rev":[3,"abcdefghij"]}`,
      '},',
      '"logged":0,',
      '"project":"p",',
      '"schema":2,',
      expect.stringMatching(/^"sum":"[0-9a-f]{64}"$/),
      '}',
      '',
    ])
  })

  it('changes in one line and the sum when one tag changes', () => {
    const [before, after] = [sample, documentOf({ ...sample.items, [uuid(1)]: tag(1, 'edited') })].map(
      (document) => textOf(document).split('\n'),
    )
    const different = before!.filter((line, i) => line !== after![i])
    expect(different).toEqual([expect.stringContaining('"first"'), expect.stringContaining('"sum"')])
  })

  it('is the same for equal documents, in whichever order they were put together', () => {
    const items = Object.fromEntries(Object.entries(sample.items).toReversed())
    expect(textOf(documentOf(items))).toBe(textOf(sample))
  })

  it('is read back as it was, work and registry, full and empty', () => {
    expect(decode(textOf(sample))).toEqual({ ok: true, value: sample })
    expect(decode(textOf(documentOf({})))).toEqual({ ok: true, value: documentOf({}) })
    expect(decodeDocument(encodeDocument(registry), 'file', 'registry')).toEqual({
      ok: true,
      value: registry,
    })
  })

  it('keeps any note, also one that is no proper Unicode', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
        (note) => {
          const document = documentOf({ [uuid(1)]: tag(1, note) })
          expect(decode(textOf(document))).toEqual({ ok: true, value: document })
        },
      ),
    )
  })

  it('keeps fields that this version does not know, at every depth', () => {
    const { rev, record } = tag(1, 'x')
    const strange = { rev, seen: [1], record: { ...record, mood: { b: 1, a: [{ z: 1, y: 2 }] } } }
    const text = changed({ items: { [uuid(1)]: strange }, zeal: 3 })
    const read = decode(text)
    expect(read).toMatchObject({ ok: true, value: { zeal: 3, items: { [uuid(1)]: strange } } })
    expect(read.ok && textOf(read.value)).toBe(text)
  })

  it('may be spaced, ordered and marked in another way, as git and editors do', () => {
    const text = textOf(sample)
    const other = JSON.stringify(JSON.parse(text), null, 4).replaceAll('\n', '\r\n')
    for (const same of [`\uFEFF${text}`, other, text.trim()])
      expect(decode(same)).toEqual({ ok: true, value: sample })
  })
})

describe('a file that is not right', () => {
  it('is damaged when any letter of its content has changed', () => {
    expect(decode(textOf(sample).replace('first', 'fir5t'))).toEqual(damaged)
    expect(decode(textOf(sample).replace('"clock":9', '"clock":8'))).toEqual(damaged)
    expect(decode(textOf(sample).replace(/"sum":"./, '"sum":"'))).toEqual(damaged)
    expect(decode(textOf(sample).replace(/,\n"sum":".*"/, ''))).toEqual(damaged)
  })

  it('is never taken for another, whichever byte is wrong', () => {
    const bytes = encodeDocument(sample)
    const readable = [...bytes.keys()].filter((at) => {
      const wrong = bytes.slice()
      wrong[at]! ^= 1
      return decodeDocument(wrong, 'file', 'work').ok
    })
    expect(readable).toEqual([])
  })

  it('is never taken for a shorter one, wherever it was cut off', () => {
    const bytes = encodeDocument(sample)
    const readable = [...bytes.keys()].filter(
      (end) => decodeDocument(bytes.subarray(0, end), 'file', 'work').ok,
    )
    expect(readable).toEqual([bytes.length - 1])
  })

  it.each(['', ' \n', '\uFEFF'])('is damaged when it is empty: %j', (text) => {
    expect(decode(text)).toEqual(damaged)
  })

  it('is damaged when it is not UTF-8', () => {
    expect(decodeDocument(Uint8Array.of(0x7b, 0xff, 0x7d), 'file', 'work')).toEqual(damaged)
  })

  it.each(['null', '[]', '1', '{', '\0\0\0\0', '{"__proto__":{}}', '{}'])('is bad: %j', (text) => {
    expect(decode(text)).toMatchObject({ ok: false, error: { kind: 'bad-file', file: 'file' } })
  })

  it('is bad when it is nested without end', () => {
    const deep = '{"a":'.repeat(100_000)
    expect(decode(deep)).toMatchObject({ ok: false, error: { kind: 'bad-file' } })
  })

  it('is newer, and not damaged, when its schema is greater', () => {
    const text = changed({ schema: 3, article: undefined, sum: 'another way' })
    const error = { kind: 'newer-file', file: 'file', schema: 3, known: 2 }
    expect(decode(text)).toEqual({ ok: false, error })
  })

  it('is read when it is newer and says that today’s programs may', () => {
    const bytes = new TextEncoder().encode(changed({ schema: 3, minReader: 2, mood: 'good' }))
    expect(readDocument(bytes, 'file', 'work')).toMatchObject({
      ok: true,
      value: { schema: 3, document: { schema: 2, mood: 'good', items: sample.items } },
    })
    const later = changed({ schema: 4, minReader: 3 })
    expect(decode(later)).toMatchObject({ ok: false, error: { kind: 'newer-file', schema: 4, known: 2 } })
  })

  it('is brought up from the first version', () => {
    const { logged: _, ...first } = sample
    const bytes = new TextEncoder().encode(changed({ ...first, schema: 1, logged: undefined }))
    expect(readDocument(bytes, 'file', 'work')).toEqual({ ok: true, value: { schema: 1, document: sample } })
  })

  it('is bad when it is of another kind', () => {
    const read = decodeDocument(encodeDocument(sample), 'file', 'registry')
    expect(read).toMatchObject({ ok: false, error: { kind: 'bad-file', where: 'format' } })
  })

  it.each([
    ['clock', changed({ clock: -1 })],
    [`items.${uuid(1)}.rev[0]`, changedItem(1, { rev: ['1', 'abcdefghij'], record: null })],
    [`items.${uuid(1)}.record.id`, changedItem(1, tag(2, 'x'))],
    [
      `items.${uuid(1)}.record.article`,
      changedItem(1, { rev: [1, 'abcdefghij'], record: { ...tag(1, 'x').record, article: 'c'.repeat(26) } }),
    ],
  ])('is bad at %s', (where, text) => {
    expect(decode(text)).toMatchObject({ ok: false, error: { kind: 'bad-file', where } })
  })
})
