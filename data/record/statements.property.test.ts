import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Codebook } from '../model/codebook'
import { joinItems, liveWork, type Items } from '../model/document'
import { actor, issue, position } from '../model/drawn-registry.test-data'
import { Registry } from '../model/registry'
import type { RegistryRecord, WorkRecord } from '../model/records'
import { rolesOf } from './roles'
import { statementsOf } from './statements'

const text = 'x'.repeat(40)
const made = { created: '2031-03-12T09:30:00.000Z', modified: '2031-03-12T09:30:00.000Z' }
const article = 'a'.repeat(26)
const tagIds = Array.from({ length: 8 }, (_, i) => `tag ${i}`)
const entryIds = ['ann', 'bob', 'cas', 'war', 'yes', 'no', 'maybe']

const labels = ['actor', 'position', 'claim', 'vow', 'remark', 'gone']
const codebooks = fc
  .record({ into: fc.option(fc.subarray(labels)), parent: fc.option(fc.constantFrom(...labels)) })
  .map(({ into, parent }): Codebook => {
    const [plain] = builtInCodebook.labels
    const own = {
      ...plain!,
      id: 'vow',
      ...(parent && { parent }),
      ...(into && { retired: true as const, into }),
    }
    return { ...builtInCodebook, labels: [...builtInCodebook.labels, own] }
  })

const into = fc.option(fc.constantFrom(...entryIds, 'nobody'), { nil: undefined })
const registries = fc.tuple(...entryIds.map(() => into)).map((merges): RegistryRecord[] => {
  const merge = (id: string) => {
    const to = merges[entryIds.indexOf(id)]
    return { id, ...(to === undefined ? {} : { into: to }) }
  }
  return [
    ...['ann', 'bob', 'cas'].map((id) => actor(id, merge(id))),
    issue('war', merge('war')),
    ...['yes', 'no', 'maybe'].map((id) => position(id, 'war', { ...merge(id), issue: 'war' })),
  ]
})

const attributes = fc.dictionary(
  fc.constantFrom('stance', 'type', 'speech', 'certainty', 'said', 'constructor', 'own'),
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('for', 'against', '2031-03', ''), fc.boolean()),
)
/** What the first tags are, so that many links are between tags of the right kinds, and many tags mean one entry. */
const usual = ['actor', 'actor', 'actor', 'position', 'position', 'claim', 'claim']
const meant: Readonly<Record<string, readonly string[]>> = { actor: ['ann', 'bob'], position: ['yes', 'no'] }
const ends: Readonly<Record<string, readonly [string, string]>> = {
  makes: ['actor', 'claim'],
  holds: ['actor', 'position'],
  addresses: ['claim', 'actor'],
  supports: ['claim', 'position'],
  opposes: ['claim', 'position'],
  cites: ['actor', 'actor'],
}
const tagsOf = (label: string) => tagIds.filter((_, i) => usual[i] === label)

const tag = (id: string, i: number) =>
  fc
    .record({
      label: usual[i] ? fc.constant(usual[i]) : fc.constantFrom(...labels),
      means: fc.option(fc.constantFrom(...(meant[usual[i] ?? ''] ?? [...entryIds, 'nobody']))),
      attributes,
      places: fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 3 }),
    })
    .map(({ label, means, attributes: values, places }): WorkRecord => {
      const target = places
        .toSorted((a, b) => a - b)
        .map((at) => ({
          start: 2 * at,
          end: 2 * at + 1,
          quote: text.slice(2 * at, 2 * at + 1),
          prefix: '',
          suffix: '',
        }))
      const rest = { note: '', codebook: article, means, attributes: values }
      return { is: 'annotation', id, ...made, article, label, target, ...rest }
    })
const anyEnds = fc.record({
  type: fc.constantFrom(...Object.keys(ends), 'toString'),
  from: fc.constantFrom(...tagIds, 'no tag'),
  to: fc.constantFrom(...tagIds, 'no tag'),
})
const fittingEnds = fc.constantFrom(...Object.keys(ends)).chain((type) => {
  const [from, to] = ends[type]!
  return fc.record({
    type: fc.constant(type),
    from: fc.constantFrom(...tagsOf(from)),
    to: fc.constantFrom(...tagsOf(to)),
  })
})
const link = (id: string) =>
  fc
    .oneof({ arbitrary: fittingEnds, weight: 4 }, anyEnds)
    .map((linked): WorkRecord => ({ is: 'link', id, ...made, article, ...linked }))
const works = fc
  .tuple(
    fc.tuple(...tagIds.map(tag)),
    fc.tuple(...Array.from({ length: 14 }, (_, i) => link(`link ${i}`))),
    fc.constant<WorkRecord>({ is: 'done', id: 'done', ...made, article }),
  )
  .chain(([tags, links, done]) => fc.shuffledSubarray<WorkRecord>([...tags, ...links, done]))

const read = (records: readonly WorkRecord[], codebook: Codebook, registry: readonly RegistryRecord[]) =>
  statementsOf({ article, annotator: 'ines', records }, codebook, Registry.of([...registry]))

const runs = { numRuns: 400 }

it('gives the same statements for the same records in any order, of tags, links and entries', () => {
  fc.assert(
    fc.property(
      works,
      codebooks,
      registries,
      fc.infiniteStream(fc.nat()),
      (records, codebook, registry, by) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => [by.next().value ?? 0, one] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, one]) => one)
        const statements = read(records, codebook, registry)
        expect(read(shuffled(records), codebook, shuffled(registry))).toEqual(statements)
      },
    ),
    runs,
  )
})

it('does not depend on the order of the files that somebody’s devices have written', () => {
  fc.assert(
    fc.property(works, registries, fc.infiniteStream(fc.nat(2)), (records, registry, by) => {
      const files: [Items<WorkRecord>, Items<WorkRecord>, Items<WorkRecord>] = [{}, {}, {}]
      const put = (file: number, record: WorkRecord, clock: number, isThere: boolean) => {
        const item = { rev: [clock, 'devicedev'] as const, record: isThere ? record : null }
        files[file] = { ...files[file], [record.id]: item }
      }
      for (const record of records) {
        put(by.next().value ?? 0, record, 1, true)
        if (by.next().value === 0) put(by.next().value ?? 0, record, 2, false)
      }
      const [a, b, c] = files
      const one = liveWork(joinItems(joinItems(a, b), c))
      const other = liveWork(joinItems(c, joinItems(b, a)))
      expect(read(other, builtInCodebook, registry)).toEqual(read(one, builtInCodebook, registry))
    }),
    runs,
  )
})

it('rests on tags that are there, and has each of them where it stands', () => {
  fc.assert(
    fc.property(works, codebooks, registries, (records, codebook, registry) => {
      const tags = new Map(
        records.flatMap((record) => (record.is === 'annotation' ? [[record.id, record]] : [])),
      )
      for (const { actor: who, position: what, claim, addressees, sources, evidence, words } of read(
        records,
        codebook,
        registry,
      )) {
        for (const { tag: id, ranges } of evidence)
          expect(ranges).toEqual(tags.get(id)?.target.map(({ start, end, quote }) => ({ start, end, quote })))
        const proven = new Set(evidence.map((proof) => proof.tag))
        for (const named of [who, what, ...addressees, ...sources])
          for (const id of named?.tags ?? []) expect(proven).toContain(id)
        if (claim !== null) expect(proven).toContain(claim)
        expect(words).not.toBe('')
      }
    }),
    runs,
  )
})

it('leaves no claim and no position out, and says nothing twice', () => {
  fc.assert(
    fc.property(works, codebooks, registries, (records, codebook, registry) => {
      const statements = read(records, codebook, registry)
      const proven = new Set(statements.flatMap(({ evidence }) => evidence.map((proof) => proof.tag)))
      const roles = rolesOf(codebook)
      for (const record of records)
        if (record.is === 'annotation' && ['claim', 'position'].includes(roles.get(record.label) ?? ''))
          expect(proven).toContain(record.id)
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    }),
    runs,
  )
})

it('merging entries and taking the merge back gives the same statements as before', () => {
  fc.assert(
    fc.property(works, registries, fc.constantFrom('ann', 'bob', 'yes'), (records, registry, id) => {
      const apart = registry.map(({ into: _, ...record }): RegistryRecord => record)
      const before = read(records, builtInCodebook, apart)
      const merged = apart.map((record) =>
        record.id === id ? { ...record, into: id === 'yes' ? 'no' : 'cas' } : record,
      )
      const together = read(records, builtInCodebook, merged)
      expect(read(records, builtInCodebook, apart)).toEqual(before)
      const tagsIn = (statements: typeof before) =>
        new Set(
          statements
            .flatMap(({ claim, position: held }) => [claim, ...(held?.tags ?? [])])
            .filter((tag) => tag !== null),
        )
      expect([...tagsIn(before)].filter((one) => !tagsIn(together).has(one))).toEqual([])
    }),
    runs,
  )
})
