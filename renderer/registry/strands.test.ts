import { describe, expect, it } from 'vitest'
import { actor, idOf, issue, position } from '../../data/model/drawn-registry.test-data'
import { Registry } from '../../data/model/registry'
import type { StatementRow } from '../../data/record/query'
import type { Named } from '../../data/record/statement'
import { dotsOf } from './stance-dots'
import { quotedBy, themesOf, type Page } from './strands'
import { timeAxis } from './time-axis'

const must = issue('Must Vane leave?')
const registry = Registry.of([
  actor('Reszek'),
  actor('Harrow'),
  actor('Kestrian State News'),
  must,
  position('No', must.question),
  position('Yes', must.question),
])

const named = (name: string | null): Named | null =>
  name === null
    ? null
    : {
        tags: [`tag on ${name}`],
        means: registry.raw(idOf(name)) ? idOf(name) : null,
        entry: registry.raw(idOf(name)) ? idOf(name) : null,
        words: name,
      }

type Drawn = readonly [actor: string | null, position: string | null, day: string | null, source?: string]

const statements = (...drawn: readonly Drawn[]): StatementRow[] =>
  drawn.map(([who, what, day, source], i) => ({
    id: `s${i}`,
    article: 'a',
    annotator: 'ada',
    actor: named(who),
    position: named(what),
    issue: what !== null && registry.raw(idOf(what)) ? must.id : null,
    stance: null,
    claim: null,
    words: `words ${i}`,
    addressees: [],
    sources: source === undefined ? [] : [named(source)!],
    type: null,
    speech: null,
    certainty: null,
    voice: null,
    said: null,
    attributes: {},
    evidence: [],
    day,
    paragraph: null,
  }))

/** "Must Vane leave?: No (s1 s0)": themes, their strands, the statements of each. */
const drawn = (page: Page, rows: readonly StatementRow[]) =>
  themesOf(registry, page, rows).map(
    ({ name, strands }) =>
      `${name}: ${strands.map((strand) => `${strand.name} (${strand.statements.map(({ id }) => id).join(' ')})`).join(', ')}`,
  )

describe('the statements of a page', () => {
  const rows = statements(
    ['Reszek', 'No', '2031-03-11'],
    ['Harrow', 'Yes', '2031-03-10'],
    ['Reszek', 'No', '2031-03-12'],
    ['Reszek', null, null],
    ['the crowd', 'No', '2031-03-01'],
  )

  it('of an actor stand under issues and positions, the latest first, those on none last', () => {
    const his = rows.filter(({ actor: by }) => by?.words === 'Reszek')
    expect(drawn('actor', his)).toEqual(['Must Vane leave?: No (s2 s0)', 'null: No position given (s3)'])
  })

  it('of a position stand under who holds it, words where those mean nobody', () => {
    const on = rows.filter(({ position: at }) => at?.words === 'No')
    expect(drawn('position', on)).toEqual([': Reszek (s2 s0), the crowd (s4)'])
  })

  it('of an issue stand under its answers', () => {
    const on = rows.filter(({ issue: at }) => at !== null)
    expect(drawn('issue', on)).toEqual(['No: Reszek (s2 s0), the crowd (s4)', 'Yes: Harrow (s1)'])
  })

  it('do not depend on their order', () => {
    expect(themesOf(registry, 'issue', rows.toReversed())).toEqual(themesOf(registry, 'issue', rows))
  })

  it('say who is quoted by whom', () => {
    const quoted = statements(
      ['Reszek', 'No', null, 'Kestrian State News'],
      ['Reszek', 'No', null, 'a diplomat'],
      ['Reszek', 'No', null, 'Kestrian State News'],
    )
    expect(quotedBy(registry, quoted).map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Kestrian State News 2',
      'a diplomat 1',
    ])
  })
})

describe('stances over time', () => {
  const at = (sign: -1 | 0 | 1, degree: number | null, day: string | null): StatementRow => ({
    ...statements(['Reszek', 'No', day])[0]!,
    id: `${sign} ${degree} ${day}`,
    stance: { sign, degree },
  })

  it('stand by how much they are for or against; all at a side where only that is known', () => {
    const rows = [
      at(1, 2, '2031-03-05'),
      at(-1, 1, '2031-03-04'),
      at(-1, null, '2031-03-03'),
      at(0, 0, '2031-03-02'),
      at(1, 1, null),
    ]
    const axis = timeAxis(rows.map(({ day }) => day))!
    expect(dotsOf(rows, axis).map(({ level, isVague }) => (isVague ? `(${level})` : level))).toEqual([
      2,
      '(0)',
      1,
      4,
    ])
  })
})

describe('the axis of time', () => {
  const ticks = (...days: readonly string[]) => timeAxis(days)!.ticks.map(({ label }) => label)

  it('has whole months, the year where it begins', () => {
    expect(ticks('2030-11-05', '2031-03-12')).toEqual(['Nov 2030', 'Dec', 'Jan 2031', 'Feb', 'Mar'])
    expect(ticks('2031-03-12')).toEqual(['Mar 2031'])
  })

  it('has fewer marks over a longer time', () => {
    expect(ticks('2029-01-05', '2031-12-31')).toHaveLength(6)
    expect(ticks('2021', '2031-12-31')).toEqual(['2021', '2023', '2025', '2027', '2029', '2031'])
  })

  it('places days, months and years from 0 to 1, and nothing else', () => {
    const { placeOf } = timeAxis(['2031-03-01', '2031-03-31'])!
    expect(placeOf('2031-03-01')).toBe(0)
    expect(placeOf('2031-03')).toBe(0)
    expect(placeOf('2031-03-31')).toBeCloseTo(30 / 31)
    expect(placeOf('soon')).toBeNull()
    expect(timeAxis(['soon', null])).toBeNull()
  })
})
