import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AjvDraft04 from 'ajv-draft-04'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../model/annotation-set'
import { annotated, linked } from '../samples/annotated'
import { arbitrarySet } from '../samples/arbitrary-set'
import type { KnownArticles } from './format'
import { w3c } from './w3c'

const nobody: KnownArticles = { byId: async () => null, byUrl: async () => null }
const read = async (text: string) => w3c.read!({ name: 'set.jsonld', text }, nobody)
const written = (set: AnnotationSet) => w3c.write(set)[0]!.text

const suite = fileURLToPath(new URL('../../e2e/fixtures/w3c', import.meta.url))
const namesIn = (folder: string) =>
  readdirSync(join(suite, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(json|txt)$/.test(name),
  )

const schemaIn = (path: string): { assertionType?: string; expectedResult?: string } => {
  const { id: _, ...schema } = JSON.parse(readFileSync(join(suite, path), 'utf8'))
  return schema
}

const sample = (name: string) => readFileSync(join(suite, 'samples', name), 'utf8')

/** The suite refers to its schemas by bare file name; the `id`s in them are left out, since two occur twice. */
function mustsOf(folder: string) {
  const ajv = new AjvDraft04({ strict: false, validateFormats: false })
  for (const name of namesIn('schemas/definitions'))
    ajv.addSchema(schemaIn(`schemas/definitions/${name}`), name)
  return namesIn(`schemas/${folder}`)
    .filter((name) => basename(name) !== '3.2-targetObjectsRecognized.json')
    .filter((name) => folder !== 'collections' || !name.startsWith('pages'))
    .map((name) => {
      const schema = schemaIn(`schemas/${folder}/${name}`)
      return { name, wanted: schema.expectedResult !== 'invalid', validate: ajv.compile(schema) }
    })
}

const brokenBy = (value: unknown, musts: ReturnType<typeof mustsOf>) =>
  musts.filter(({ wanted, validate }) => validate(value) !== wanted).map(({ name }) => name)

describe('a written collection', () => {
  it('reads back as the same set', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySet, async (set) => {
        expect(await read(written(set))).toEqual({ ok: true, value: set })
      }),
    )
  })

  it('keeps every MUST of the Web Annotation test suite', () => {
    const ofAnnotations = mustsOf('annotations')
    const ofCollections = mustsOf('collections')
    const ofPages = mustsOf('collections/pages')
    expect([ofAnnotations.length, ofCollections.length, ofPages.length]).toEqual([53, 10, 15])
    fc.assert(
      fc.property(arbitrarySet, (set) => {
        const collection = JSON.parse(written(set))
        const { '@context': context, first } = collection
        expect(brokenBy(collection, ofCollections)).toEqual([])
        expect(brokenBy({ '@context': context, ...first }, ofPages)).toEqual([])
        for (const item of first.items)
          expect(brokenBy({ '@context': context, ...item }, ofAnnotations)).toEqual([])
      }),
      { numRuns: 30 },
    )
    expect(brokenBy({ type: 'Annotation' }, ofAnnotations)).not.toEqual([])
  })

  it('has every key of ours in its context', () => {
    const set = linked(annotated('[Ada](actor) said [so](claim)'), 1, 'makes', 2)
    const [tag] = set.annotations
    const full = {
      ...set,
      annotations: [
        { ...tag!, attributes: { a: 1 }, rev: [1, 'abcdefghij'] as [number, string] },
        set.annotations[1]!,
      ],
    }
    const text = written(full)
    const [, ours] = JSON.parse(text)['@context']
    const used = new Set([...text.matchAll(/"(parley:\w+)": /g)].map(([, key]) => key))
    expect(new Set(Object.keys(ours).filter((key) => key.startsWith('parley:')))).toEqual(used)
  })

  it('counts code points', () => {
    const { first } = JSON.parse(written(annotated('😀 [Ada](actor)')))
    expect(first.items[0].target.selector[1]).toEqual({ type: 'TextPositionSelector', start: 2, end: 5 })
  })
})

describe('a file of ours that was changed', () => {
  const set = linked(annotated('😀 [Ada](actor) said [so](claim).'), 1, 'makes', 2)
  const faultOf = async (from: string, to: string) => {
    const text = written(set)
    expect(text).toContain(from)
    const result = await read(text.replace(from, to))
    return result.ok ? null : result.error
  }

  it.each([
    ['"exact": "Ada"', '"exact": "Eva"', 'first.items[0].target.selector'],
    ['"start": 2', '"start": 3', 'first.items[0].target.selector'],
    ['"parley:label": "claim"', '"parley:label": "rumour"', 'first.items[1].parley:label'],
    ['"parley:linkType": "makes"', '"parley:linkType": "holds"', 'first.items[2].parley:linkType'],
    ['"target": "urn:uuid:', '"target": "urn:uuid:9', 'first.items[2].target'],
    ['"total": 3', '"total": 4', 'total'],
    ['"text": "😀', '"text": "😁', 'parley:articles[0].id'],
    ['"name": "Drawings"', '"name": 7', 'parley:project.name'],
  ])('with %s as %s is refused, at its place', async (from, to, where) => {
    expect(await faultOf(from, to)).toMatchObject({ file: 'set.jsonld', where })
  })

  it('and came from a newer Parley is told as such', async () => {
    expect(await faultOf('"parley:schema": 1', '"parley:schema": 2')).toMatchObject({
      kind: 'newer-file',
      schema: 2,
    })
  })
})

describe('the samples of the test suite', () => {
  it.each(namesIn('samples/incorrect'))('incorrect/%s is refused', async (name) => {
    expect((await read(sample(`incorrect/${name}`))).ok).toBe(false)
  })

  it.each(namesIn('samples/correct'))(
    'correct/%s tags no words of a known article, which is said',
    async (name) => {
      const result = await read(sample(`correct/${name}`))
      expect(result).toMatchObject({
        ok: false,
        error: { file: 'set.jsonld', where: expect.stringMatching(/target|first|next/) },
      })
    },
  )
})
