import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { workDocumentSchema } from './document'
import { isOrdinaryWork } from './ordinary-work'
import { decisionActions, decisionReasons, tasks } from './review-records'

const of = (letters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: length, maxLength: length })
const contentIds = of('abcdefghijklmnopqrstuvwxyz234567', 26)
const devices = of('abcdefghijklmnopqrstuvwxyz234567', 10)
const moments = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
  .map((date) => date.toISOString())
const ids = fc.uuid()
const words = fc.string({ minLength: 1, maxLength: 12 })

const ranges = fc.record({
  start: fc.nat(),
  end: fc.nat().map((n) => n + 1),
  quote: words,
  prefix: fc.string(),
  suffix: fc.string(),
})
const fields = { id: ids, created: moments, modified: moments, article: contentIds }
const annotations = fc.record({
  is: fc.constant('annotation'),
  ...fields,
  label: words,
  target: fc.array(ranges, { minLength: 1, maxLength: 3 }),
  attributes: fc.dictionary(
    words,
    fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(fc.string(), { maxLength: 2 }),
    ),
    { noNullPrototype: true, maxKeys: 3 },
  ),
  note: fc.string(),
  means: fc.option(ids),
  codebook: contentIds,
})
const links = fc.record({ is: fc.constant('link'), ...fields, type: words, from: ids, to: ids })
const doneMarks = fc.record({ is: fc.constant('done'), ...fields })
const dismissals = fc.record({ is: fc.constant('dismissed'), ...fields, lint: words })
const named = { annotator: fc.constantFrom('ada-quill', 'jo'), id: ids }
const decisions = fc.record({
  is: fc.constant('decision'),
  ...fields,
  action: fc.constantFrom(...decisionActions),
  on: fc.array(fc.record({ ...named, as: of('0123456789abcdef', 16) }), { minLength: 1, maxLength: 2 }),
  readings: fc.array(
    fc.record(
      {
        label: words,
        target: fc.array(ranges, { minLength: 1, maxLength: 2 }),
        attributes: fc.dictionary(words, fc.string(), { noNullPrototype: true, maxKeys: 1 }),
        means: fc.option(ids),
        weight: fc.double({ min: 0, max: 1, noNaN: true }),
      },
      { requiredKeys: ['label', 'target', 'attributes', 'means'] },
    ),
    { maxLength: 2 },
  ),
  links: fc.array(fc.record({ type: words, from: fc.record(named), to: fc.record(named) }), { maxLength: 1 }),
  reason: fc.option(fc.constantFrom(...decisionReasons)),
  note: fc.string(),
  codebook: contentIds,
})
const answers = fc.record({ is: fc.constant('answer'), ...fields, decision: ids, text: words })
const assignments = fc.record({
  is: fc.constant('assignment'),
  ...fields,
  person: named.annotator,
  to: fc.constantFrom(...tasks),
  off: fc.boolean(),
})
const reviewed = fc.record({ is: fc.constant('reviewed'), ...fields, agreed: fc.boolean() })
const ofReview = fc.oneof({ weight: 3, arbitrary: decisions }, answers, assignments, reviewed)

/** Work documents as the schema has them, some with fields that it does not know. */
const documents = fc.record({
  format: fc.constant('parley/work'),
  schema: fc.constant(2),
  project: words,
  annotator: fc.constantFrom('ada-quill', 'jo', 'a1-b2'),
  device: devices,
  clock: fc.nat(),
  logged: fc.nat(),
  article: contentIds,
  items: fc.dictionary(
    ids,
    fc.record({
      rev: fc.tuple(fc.nat(), devices),
      record: fc.option(fc.oneof(annotations, links, doneMarks, dismissals, ofReview)),
    }),
    { noNullPrototype: true, maxKeys: 4 },
  ),
})

/** What stands in files that somebody broke: other types, empty, negative, too long, nearly right. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1.5,
  Infinity,
  2 ** 60,
  true,
  [],
  {},
  [null],
  ['a', 1],
  'ABC',
  ' ',
  'a'.repeat(26) + '\n',
  '1'.repeat(37),
  'x'.repeat(200),
  'x'.repeat(201),
  '2031-02-29T09:00:00.000Z',
  '2031-02-30T09:00:00Z',
  '2031-13-01T00:00:00.000Z',
  '2031-03-12T09:00:00.000+01:00',
  '2032-02-29T09:00:00.000Z',
  '2031-03-31T09:00:00.000Z',
  '2031-04-31T09:00:00.000Z',
  '2031-03-12',
  '00000000-0000-7000-8000-00000000000A',
  '00000000-0000-7000-8000-000000000001\n',
  'annotation',
  'link',
  'decision',
  'accept',
  'tag',
  '0123456789abcdef',
  '0123456789abcdef\n',
  ['a', 'b'],
  [1, 'abcdefghij', 2],
  [1, 'short'],
  { rev: [1, 'abcdefghij'] },
)

/** The document with what stands at one place in it made another, taken away, or renamed. */
const broken = fc
  .tuple(documents, fc.infiniteStream(fc.nat()), odd, fc.constantFrom('set', 'drop', 'rename'))
  .map(([document, numbers, value, how]) => {
    const copy: unknown = structuredClone(document)
    let place = copy
    for (;;) {
      if (typeof place !== 'object' || place === null) return copy
      const keys = Object.keys(place)
      const key = keys[numbers.next().value! % Math.max(1, keys.length)]
      if (key === undefined) return copy
      const below: unknown = Reflect.get(place, key)
      const deeper = typeof below === 'object' && below !== null && numbers.next().value! % 4 > 0
      if (deeper) place = below
      else {
        if (how === 'drop' && Array.isArray(place)) place.splice(Number(key), 1)
        else if (how === 'drop') Reflect.deleteProperty(place, key)
        else Reflect.set(place, how === 'rename' ? `${key} ` : key, value)
        return copy
      }
    }
  })

const isTakenBySchema = (value: unknown) => workDocumentSchema.safeParse(value).success

it('takes every document that is as this program writes them', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect([isOrdinaryWork(document), isTakenBySchema(document)]).toEqual([true, true])
    }),
    { numRuns: 300 },
  )
})

it('says of broken documents what the schema says', () => {
  fc.assert(
    fc.property(broken, (document) => {
      expect(isOrdinaryWork(document)).toBe(isTakenBySchema(document))
    }),
    { numRuns: 5000 },
  )
})

it('takes fields that nobody knows yet, as the schema does', () => {
  const [document] = fc.sample(documents, 1)
  expect(isOrdinaryWork({ ...document, colour: 'red' })).toBe(true)
})

it.each([null, undefined, 1, 'x', []])('does not take %j', (value) => {
  expect(isOrdinaryWork(value)).toBe(false)
})

it.each([1, 200, 201])('says of a dismissal whose key has %i letters what the schema says', (length) => {
  const [document] = fc.sample(documents, 1)
  const [mark] = fc.sample(dismissals, 1)
  const item = { rev: [1, document!.device], record: { ...mark, lint: 'x'.repeat(length) } }
  const value = { ...document, items: { [mark!.id]: item } }
  expect([isOrdinaryWork(value), isTakenBySchema(value)]).toEqual([length < 201, length < 201])
})
