import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020'
import * as fc from 'fast-check'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { annotationSetSchema, type AnnotationSet } from '../model/annotation-set'
import { annotated, linked } from '../samples/annotated'
import { arbitrarySet } from '../samples/arbitrary-set'
import type { KnownArticles } from './format'
import { parleySet } from './parley-set'

const nobody: KnownArticles = { byId: async () => null, byUrl: async () => null }
const written = (set: AnnotationSet) => parleySet.write(set)[0]!.text
const read = async (text: string) => parleySet.read!({ name: 'ines.json', text }, nobody)

const publishedSchema = () => ({
  $id: 'urn:parley:annotation-set:1',
  title: 'Parley annotation set',
  description:
    'All that some annotators made in a project, or in a part of it. start and end count UTF-16 code units of the text of the article, startCodePoint and endCodePoint count Unicode code points; end is just past the range.',
  ...z.toJSONSchema(annotationSetSchema, { io: 'input' }),
})

describe('a written set', () => {
  it('reads back as the same set', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySet, async (set) => {
        expect(await read(written(set))).toEqual({ ok: true, value: set })
      }),
    )
  })

  it('satisfies the published JSON Schema', () => {
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(publishedSchema())
    fc.assert(
      fc.property(arbitrarySet, (set) => {
        valid(JSON.parse(written(set)))
        expect(valid.errors).toBeNull()
      }),
    )
    expect(valid({ ...annotated('[Ada](actor)'), schema: 2 })).toBe(false)
  })

  it('has one record a line', () => {
    const lines = written(annotated('[Ada](actor) met [Charles](actor).')).split('\n')
    expect(lines.filter((line) => line.includes('"quote":"Ada"'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('"startCodePoint"'))).toHaveLength(2)
    expect(lines.filter((line) => line.includes('"letter"'))).toHaveLength(3)
  })

  it('has the same bytes whatever order its keys were in', () => {
    const set = annotated('[Ada](actor)')
    const [tag] = set.annotations
    const first = { ...set, annotations: [{ ...tag!, attributes: { a: 1, b: 'x' } }] }
    const second = { ...set, annotations: [{ attributes: { b: 'x', a: 1 }, ...without(tag!, 'attributes') }] }
    const { project, format: kind, ...rest } = second
    expect(written({ project, ...rest, format: kind })).toBe(written(first))
  })
})

/** Run `npx vitest run data/formats/parley-set -u` after a change of shape. */
it('the published JSON Schema is that of the code', async () => {
  const file = fileURLToPath(new URL('annotation-set.schema.json', import.meta.url))
  const options = { ...(await resolveConfig(file)), parser: 'json' }
  await expect(await format(JSON.stringify(publishedSchema()), options)).toMatchFileSnapshot(file)
})

const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value
  return rest
}

const copyOf = (original: AnnotationSet): z.infer<typeof annotationSetSchema> =>
  annotationSetSchema.parse(structuredClone(original))

describe('reading', () => {
  const set = linked(annotated('😀 [Ada](actor) said [so](claim).'), 1, 'makes', 2)
  const faultOf = async (edit: (copy: ReturnType<typeof copyOf>) => void) => {
    const copy = copyOf(set)
    edit(copy)
    const result = await read(JSON.stringify(copy))
    return result.ok ? null : result.error
  }

  it.each<[string, Parameters<typeof faultOf>[0], string]>([
    ['a text that was changed', (s) => (s.articles[0]!.text += ' '), 'articles[0].id'],
    ['a block outside the text', (s) => (s.articles[0]!.blocks[0]!.end = 99), 'articles[0].blocks[0]'],
    ['an article twice', (s) => s.articles.push(s.articles[0]!), 'articles[1].id'],
    ['an annotator twice', (s) => s.annotators.push(s.annotators[0]!), 'annotators[1].id'],
    ['a tag twice', (s) => s.annotations.push(s.annotations[0]!), 'annotations[2].id'],
    [
      'a tag on another article',
      (s) => (s.annotations[0]!.articleId = 'a'.repeat(26)),
      'annotations[0].articleId',
    ],
    ['a stranger’s tag', (s) => (s.annotations[0]!.annotator = 'nobody'), 'annotations[0].annotator'],
    ['an unknown label', (s) => (s.annotations[1]!.label = 'rumour'), 'annotations[1].label'],
    ['a range past the end', (s) => (s.annotations[1]!.target[0]!.end = 99), 'annotations[1].target[0]'],
    [
      'ranges out of order',
      (s) => s.annotations[1]!.target.push(s.annotations[0]!.target[0]!),
      'annotations[1].target[1]',
    ],
    [
      'wrong code points',
      (s) => (s.annotations[0]!.target[0]!.startCodePoint = 3),
      'annotations[0].target[0].startCodePoint',
    ],
    [
      'half an emoji',
      (s) => Object.assign(s.annotations[0]!.target[0]!, { start: 1, end: 6, quote: '\ude00 Ada' }),
      'annotations[0].target[0]',
    ],
    ['a link to nothing', (s) => (s.links[0]!.to = s.links[0]!.id), 'links[0].to'],
    ['a link that the codebook has not', (s) => (s.links[0]!.type = 'likes'), 'links[0].type'],
    ['a link between wrong labels', (s) => (s.links[0]!.type = 'holds'), 'links[0].type'],
    ['a link with the id of a tag', (s) => (s.links[0]!.id = s.annotations[0]!.id), 'links[0].id'],
    ['a date that is a number', (s) => Object.assign(s.links[0]!, { created: 7 }), 'links[0].created'],
  ])('refuses %s and says where', async (_, edit, where) => {
    expect(await faultOf(edit)).toMatchObject({ kind: 'bad-file', file: 'ines.json', where })
  })

  it('refuses a quote that is not what stands there', async () => {
    expect(await faultOf((s) => (s.annotations[0]!.target[0]!.quote = 'Eva'))).toEqual({
      kind: 'quote-differs',
      file: 'ines.json',
      where: 'annotations[0].target[0].quote',
      expected: 'Eva',
      found: 'Ada',
    })
  })

  it('tells a newer set from a bad one', async () => {
    expect(await faultOf((s) => Object.assign(s, { schema: 2 }))).toMatchObject({
      kind: 'newer-file',
      schema: 2,
    })
  })

  it('takes a set with a byte-order mark', async () => {
    expect(await read(`\uFEFF${written(set)}`)).toEqual({ ok: true, value: set })
  })
})
