import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor, drawnActors, idOf, issue, position } from './drawn-registry.test-data'
import type { RegistryRecord } from './records'
import { entryName, Registry } from './registry'

/** "Reszek: Resek": who stands for himself, and who counts as him. */
const groups = (records: readonly RegistryRecord[]): string[] => {
  const registry = Registry.of(records)
  return registry.actors.map(({ id }) =>
    registry
      .groupOf(id)
      .map((each) => entryName(registry.raw(each)!))
      .join(': '),
  )
}

describe('a merge', () => {
  it('has an actor count as the other', () => {
    expect(groups(drawnActors('Resek → Reszek, Reszek, Harrow'))).toEqual(['Harrow', 'Reszek: Resek'])
  })

  it('goes on to the end, however long the way is', () => {
    const long = drawnActors('A → B, B → C, C → D, D')
    expect(groups(long)).toEqual(['D: A: B: C'])
    expect(Registry.of(long).get(idOf('A'))).toBe(Registry.of(long).raw(idOf('D')))
  })

  it('of two into each other, made at once, is one into the smaller', () => {
    expect(groups(drawnActors('B → A, A → B'))).toEqual(['A: B'])
    expect(groups(drawnActors('C → D, D → E, E → C, A → D'))).toEqual(['C: A: D: E'])
  })

  it('into what is not there, into itself or into another kind is none', () => {
    const question = issue('Must Vane leave?')
    const wrong = actor('Reszek', { into: question.id })
    expect(groups([...drawnActors('A → A, B → Gone'), wrong, question])).toEqual(['A', 'B', 'Reszek'])
  })

  it('that is taken back gives each its own again', () => {
    const before = drawnActors('A → B, B → C, C')
    const after = before.map((record) => (entryName(record) === 'B' ? drawnActors('B')[0]! : record))
    expect(groups(after)).toEqual(['B: A', 'C'])
  })

  it('keeps all names, those of the one that stays first', () => {
    const records = [
      actor('A. Resek', { into: idOf('Anton Reszek'), aliases: ['Resek', 'Reszek'] }),
      actor('Anton Reszek', { aliases: ['Reszek', 'the minister'] }),
    ]
    expect(Registry.of(records).namesOf(idOf('A. Resek'))).toEqual([
      'Anton Reszek',
      'Reszek',
      'the minister',
      'A. Resek',
      'Resek',
    ])
  })
})

describe('of any records', () => {
  const names = [...'ABCDEFGH']
  const arbitrary = fc
    .array(fc.option(fc.constantFrom(...names, 'Gone'), { nil: undefined }), {
      minLength: names.length,
      maxLength: names.length,
    })
    .map((into) => names.map((name, i) => actor(name, into[i] === undefined ? {} : { into: idOf(into[i]) })))

  it('every one counts as one that stands for itself, and is in its group alone', () => {
    fc.assert(
      fc.property(arbitrary, (records) => {
        const registry = Registry.of(records)
        for (const { id } of records) {
          const root = registry.countsAs(id)
          expect(registry.countsAs(root)).toBe(root)
          expect(registry.groupOf(root)[0]).toBe(root)
        }
        for (const { id } of registry.actors)
          expect([...registry.groupOf(id)].toSorted()).toEqual(
            records
              .filter((record) => registry.countsAs(record.id) === id)
              .map((record) => record.id)
              .toSorted(),
          )
        expect(registry.actors.flatMap(({ id }) => registry.groupOf(id)).toSorted()).toEqual(
          records.map(({ id }) => id).toSorted(),
        )
      }),
    )
  })

  it('their order never matters', () => {
    const shuffled = arbitrary.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    )
    fc.assert(
      fc.property(shuffled, ([records, others]) => {
        expect(groups(others)).toEqual(groups(records))
        expect(Registry.of(others).perhapsTheSame()).toEqual(Registry.of(records).perhapsTheSame())
      }),
    )
  })

  it('a merge of two that stand for themselves, taken back, leaves the groups as they were', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.nat(), (records, a, b) => {
        const roots = Registry.of(records).actors
        const [from, to] = [roots[a % roots.length]!, roots[b % roots.length]!]
        fc.pre(from !== to && from.into === undefined)
        const merged = records.map((record) => (record === from ? { ...from, into: to.id } : record))
        expect(Registry.of(merged).countsAs(from.id)).toBe(Registry.of(merged).countsAs(to.id))
        const apart = merged.map((record) => (record.id === from.id ? from : record))
        expect(groups(apart)).toEqual(groups(records))
      }),
    )
  })
})

describe('a role', () => {
  const reszek = actor('Reszek', {
    roles: [
      { title: 'Ambassador to Velmora', from: '2025', to: '2029-06-30' },
      { title: 'Foreign Minister', from: '2029-07', to: null },
    ],
  })
  const roleOn = (date: string | null) => Registry.of([reszek]).roleOf(reszek.id, date)?.title ?? null

  it.each([
    ['2031-03-11', 'Foreign Minister'],
    ['2029-07-01', 'Foreign Minister'],
    ['2029-06-30', 'Ambassador to Velmora'],
    ['2025-01-01', 'Ambassador to Velmora'],
    ['2024-12-31', null],
    [null, 'Foreign Minister'],
  ])('on %s is %s', (date, title) => {
    expect(roleOn(date)).toBe(title)
  })

  it('of one that was merged into him counts where his own say nothing', () => {
    const other = actor('A. Resek', {
      into: reszek.id,
      roles: [{ title: 'Student', from: '2011', to: '2015' }],
    })
    expect(Registry.of([reszek, other]).roleOf(reszek.id, '2012-05')?.title).toBe('Student')
  })
})

describe('positions', () => {
  const must = issue('Must Vane leave before talks?')
  const has = issue('Has Vane to go first?', { into: must.id })
  const no = position('No', must.question)
  const yes = position('Yes', has.question, { opposes: [no.id] })
  const later = position('Later', must.question, { opposes: [yes.id] })
  const registry = Registry.of([no, has, later, yes, must])

  it('answer what their issue was merged into', () => {
    expect(registry.positionsOf(has.id)).toEqual([later, no, yes])
  })

  it('oppose each other, whichever says so', () => {
    expect(registry.opponentsOf(no.id)).toEqual([yes])
    expect(registry.opponentsOf(yes.id)).toEqual([later, no])
  })

  it('oppose as what they were merged into, and never themselves', () => {
    const never = position('Never', must.question, { into: no.id, opposes: [yes.id, no.id] })
    const merged = Registry.of([must, has, no, yes, later, never])
    expect(merged.opponentsOf(never.id)).toEqual([yes])
  })
})

describe('perhaps the same', () => {
  const pairs = (...records: readonly RegistryRecord[]) =>
    Registry.of(records)
      .perhapsTheSame()
      .map(({ of, other, name }) => `${entryName(of)} = ${entryName(other)} (${name})`)
  const later = { created: '2031-04-01T09:00:00.000Z' }

  it('are two that are called the same, the older first', () => {
    expect(pairs(actor('RESZEK', later), actor('Reszék'))).toEqual(['Reszék = RESZEK (Reszék)'])
  })

  it('are two of which one has the name of the other as an alias', () => {
    expect(pairs(actor('Anton Reszek', { aliases: ['Reszek'] }), actor('Reszek', later))).toEqual([
      'Anton Reszek = Reszek (Reszek)',
    ])
  })

  it('are not two that share an alias only, or a name of signs', () => {
    const aliases = ['the minister']
    expect(pairs(actor('Reszek', { aliases }), actor('Harrow', { aliases }))).toEqual([])
    expect(pairs(actor('?'), actor('!'))).toEqual([])
  })

  it('are two no more, once somebody said so of either, or of what was merged into it; a third is held against both', () => {
    const [a, b, c] = [
      actor('Reszek'),
      { ...actor('Reszek', later), id: idOf('B') },
      { ...actor('Reszek', later), id: idOf('C') },
    ]
    expect(pairs(a, b)).toHaveLength(1)
    expect(pairs({ ...a, notSame: [b.id] }, b)).toEqual([])
    expect(pairs(a, { ...b, notSame: [a.id] })).toEqual([])
    const merged = { ...actor('Other', later), into: b.id, notSame: [a.id] }
    expect(pairs(a, b, merged)).toEqual([])
    expect(pairs({ ...a, notSame: [b.id] }, b, c)).toHaveLength(2)
    expect(pairs({ ...a, notSame: [b.id, c.id] }, b, c)).toHaveLength(1)
    expect(pairs({ ...a, notSame: [b.id, c.id] }, { ...b, notSame: [c.id] }, c)).toEqual([])
  })

  it('are one no more, once merged', () => {
    const one = actor('Reszek')
    const other = { ...actor('Reszek', later), id: idOf('Another') }
    expect(pairs(one, other)).toEqual(['Reszek = Reszek (Reszek)'])
    expect(pairs(one, { ...other, into: one.id })).toEqual([])
  })

  it('are positions of one issue only', () => {
    const [first, second] = [issue('First?'), issue('Second?')]
    const [a, b] = [position('No', first.question), { ...position('No', second.question), id: idOf('Nope') }]
    expect(pairs(first, second, a, b)).toEqual([])
    expect(pairs(first, { ...second, into: first.id }, a, b)).toEqual(['No = No (No)'])
  })
})

it('reads 5,000 actors without comparing each with each', () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({
    ...actor(`Actor ${i}`),
    id: `${i.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
  })).map((record, i, all) => (i % 10 === 0 && i > 0 ? { ...record, into: all[i - 10]!.id } : record))
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    Registry.of([...many])
    return performance.now() - began
  })
  expect(Math.min(...times)).toBeLessThan(400)
})
