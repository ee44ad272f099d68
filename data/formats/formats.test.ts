import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../model/annotation-set'
import { annotated, linked } from '../samples/annotated'
import { arbitrarySet } from '../samples/arbitrary-set'
import { picture } from '../samples/picture'
import type { Format, KnownArticles, Loss } from './format'
import { formatById, formats, lossSentences } from './index'

const drawings: [drawing: string, loss?: Loss][] = [
  ['No tag.'],
  ['[Ada](actor) met [Charles](actor).'],
  ['[Ada [King](actor)](claim) wrote.'],
  ['[1|Ada [2|met](1|actor) Charles](2|claim)'],
  ['[[Ada](actor)](position)'],
  ['[1|not](1|claim) now, [1|ever](1|claim)', 'discontinuous'],
  ['🙂  [Ada](actor)\n\n[smi\u0301led](claim) [עברית](position)'],
]

const nobody: KnownArticles = { byId: async () => null, byUrl: async () => null }
const reading = formats.flatMap(({ read, ...format }) => (read ? [{ ...format, read }] : []))
const textOf = (format: Pick<Format, 'write'>, set: AnnotationSet) => format.write(set)[0]!.text

describe.each(reading)('$title', (format) => {
  const kept = drawings.filter(([, loss]) => !loss || !format.loses.includes(loss))
  it.each(kept)('writes and reads back %j', async (drawing) => {
    const again = await format.read({ name: 'drawing', text: textOf(format, annotated(drawing)) }, nobody)
    expect(again.ok && picture(again.value)).toBe(drawing)
  })

  it('answers anything with a set or a Problem that names the file', async () => {
    const valid = textOf(format, linked(annotated('🙂 [Ada](actor) said [so](claim).'), 1, 'makes', 2))
    const input = fc.oneof(
      fc.string(),
      fc.json({ maxDepth: 4 }),
      damaged(valid),
      edited(JSON.parse(valid)).map((value) => JSON.stringify(value)),
    )
    await fc.assert(
      fc.asyncProperty(input, async (text) => {
        const result = await format.read({ name: 'x.json', text }, nobody)
        const file = result.ok ? 'x.json' : 'file' in result.error && result.error.file
        expect(file).toBe('x.json')
      }),
      { numRuns: 400 },
    )
  })
})

/** The text cut short, or with a few characters replaced. */
const damaged = (text: string) =>
  fc.oneof(
    fc.nat(text.length).map((length) => text.slice(0, length)),
    fc
      .array(fc.tuple(fc.nat(text.length), fc.constantFrom('"', '{', '9', '', '\0', ',')), { maxLength: 4 })
      .map((edits) => edits.reduce((now, [at, put]) => now.slice(0, at) + put + now.slice(at + 1), text)),
  )

const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, child]) => places(child, [...path, key]))]
    : [path]

const replaced = (value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown => {
  if (key === undefined || typeof value !== 'object' || value === null) return put
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(value))
  copy[key] = replaced(copy[key], rest, put)
  return Array.isArray(value) ? Object.values(copy) : copy
}

/** The file with one value in it, anywhere, replaced by another. */
const edited = (value: unknown) =>
  fc
    .tuple(
      fc.constantFrom(...places(value)),
      fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(-1, 1e9, '')),
    )
    .map(([path, put]) => replaced(value, path, put))

describe('every format', () => {
  it.each(formats)('$id gives the same bytes for the same set, under one name', (format) => {
    fc.assert(
      fc.property(arbitrarySet, (set) => {
        const files = format.write(set)
        expect(format.write(structuredClone(set))).toEqual(files)
        expect(files.map(({ path }) => path.endsWith(format.extension))).toEqual([true])
      }),
      { numRuns: 20 },
    )
  })

  it.each(formats)('$id has a sentence for each of its losses', ({ loses, id }) => {
    expect(
      loses.map((loss) => lossSentences[loss]).filter((sentence) => sentence.endsWith('.')),
    ).toHaveLength(loses.length)
    expect(formatById(id)).toMatchObject({ ok: true, value: { id } })
  })

  it('has an id of its own, and no other id is known', () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length)
    expect(formatById('morse')).toEqual({ ok: false, error: { kind: 'unknown-format', format: 'morse' } })
  })
})
