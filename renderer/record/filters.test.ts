import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementColumns, type StatementFilter } from '../../data/record/query'
import { statementQuerySchema } from '../../electron/ipc/record'
import { names } from './drawn-rows.test-data'
import { filtersInWords } from './filter-words'
import {
  choicesOf,
  filtered,
  isChosen,
  without,
  withChoice,
  withChoices,
  withDays,
  withText,
  type Choice,
  type ChoiceColumn,
} from './filters'

const inWords = (filter: StatementFilter): string =>
  filtersInWords(filter, names)
    .map(({ name, words }) => `${name} ${words}`)
    .join('; ')

describe('a filter reads as', () => {
  it.each<[string, StatementFilter]>([
    ['Said on 21 Feb – 12 Mar', { days: { from: '2031-02-21', to: '2031-03-12' } }],
    ['Said on from 21 Feb', { days: { from: '2031-02-21', to: null } }],
    ['Actor Lucan Dorre', { actors: ['Lucan Dorre'] }],
    ['Actor Lucan Dorre or Ilse Harrow', { actors: ['Lucan Dorre', 'Ilse Harrow'] }],
    ['Actor Lucan Dorre, Ilse Harrow or 2 more', { actors: ['Lucan Dorre', 'Ilse Harrow', 'Kestria', null] }],
    ['Issue Must Vane leave before talks?', { issues: ['talks'] }],
    ['Quoted by Not quoted by another', { sources: [null] }],
    ['Own words or reported Own words', { voices: ['own'] }],
    ['Stance Against', { stances: [-1] }],
    ['Actor Kestria; Type Demand', { types: ['demand'], actors: ['Kestria'], text: 'in its own field' }],
    ['', {}],
  ])('“%s”', (words, filter) => {
    expect(inWords(filter)).toBe(words)
  })
})

describe('a filter', () => {
  it('takes a value in, and out again', () => {
    const one = withChoice({ text: 'vane' }, 'actor', 'Kestria')
    expect(one).toEqual({ text: 'vane', actors: ['Kestria'] })
    const two = withChoice(one, 'actor', null)
    expect(two.actors).toEqual(['Kestria', null])
    expect(withChoice(withChoice(two, 'actor', 'Kestria'), 'actor', null)).toEqual({ text: 'vane' })
  })

  it('lets all through without words, days or values', () => {
    expect(withText({ text: 'vane' }, '  ')).toEqual({})
    expect(withDays({ days: { from: '2031-02-21', to: null } }, null, null)).toEqual({})
    expect(withChoices({ stances: [0] }, 'stance', [])).toEqual({})
  })
})

describe('whatever is chosen', () => {
  const values: Partial<Record<ChoiceColumn, readonly Choice[]>> = {
    stance: ['-1', '0', '1', null],
    voice: ['own', 'reported', null],
    article: ['a'.repeat(26)],
    annotator: ['ada-k7'],
  }
  const anything = fc.constantFrom(...statementColumns).chain((column) =>
    fc.record({
      column: fc.constant(column),
      choices: fc.uniqueArray(
        fc.constantFrom(
          ...((isChosen(column) ? values[column] : undefined) ?? [
            '11111111-1111-1111-1111-111111111111',
            null,
          ]),
        ),
      ),
      text: fc.string({ maxLength: 20 }),
      from: fc.constantFrom('2031-02-21', null),
    }),
  )
  const chosen = (
    filter: StatementFilter,
    deed: typeof anything extends fc.Arbitrary<infer T> ? T : never,
  ) => {
    if (isChosen(deed.column)) return withChoices(filter, deed.column, deed.choices)
    return deed.column === 'day' ? withDays(filter, deed.from, null) : withText(filter, deed.text)
  }

  it('comes back as it was chosen, and goes without a trace', () => {
    fc.assert(
      fc.property(fc.array(anything), anything, (before, deed) => {
        const rest = without(before.reduce(chosen, {}), deed.column)
        const filter = chosen(rest, deed)
        if (isChosen(deed.column)) expect(choicesOf(filter, deed.column)).toEqual(deed.choices)
        expect(without(filter, deed.column)).toEqual(rest)
        expect(filtered(rest)).not.toContain(deed.column)
      }),
    )
  })

  it('can be asked of the main process', () => {
    fc.assert(
      fc.property(fc.array(anything), (deeds) => {
        const filter = deeds.reduce(chosen, {})
        const query = { ...filter, sort: { by: 'day', descending: true }, group: null }
        expect(statementQuerySchema.safeParse(query).error).toBeUndefined()
      }),
    )
  })
})
