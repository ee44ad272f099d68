import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lines, type Group } from './lines'

/** "a2 b3- c1": groups with their counts; one with a dash is folded. */
function drawn(drawing: string): Lines {
  const groups = drawing.split(' ').map((word): Group & { readonly isFolded: boolean } => ({
    key: word[0]!,
    count: Number.parseInt(word.slice(1), 10),
    isFolded: word.endsWith('-'),
  }))
  const folded = new Set(groups.filter(({ isFolded }) => isFolded).map(({ key }) => key))
  return new Lines(sum(groups), groups, folded)
}

const sum = (groups: readonly Group[]) => groups.reduce((all, { count }) => all + count, 0)

/** The lines as one would read them: the number of a group's head in brackets, and the places of statements. */
const picture = (lines: Lines): string =>
  Array.from({ length: lines.count }, (_, i) => lines.at(i))
    .map((line) => (line?.is === 'group' ? `[${line.group}]` : String(line?.at)))
    .join(' ')

const stretches = (lines: Lines, from: number, to: number): string =>
  lines
    .statementsIn(from, to)
    .map((stretch) => `${stretch.from}–${stretch.to}`)
    .join(' ')

describe('without groups', () => {
  const lines = new Lines(3, null, new Set())

  it('every statement has its own line', () => {
    expect(picture(lines)).toBe('0 1 2')
    expect(stretches(lines, -5, 2)).toBe('0–2')
    expect(stretches(lines, 1, 90)).toBe('1–3')
    expect(stretches(lines, 3, 90)).toBe('')
  })

  it('nothing stands beyond the last', () => {
    expect(lines.at(3)).toBeNull()
    expect(new Lines(0, null, new Set()).count).toBe(0)
  })
})

describe('in groups', () => {
  it('statements stand under the heads of theirs', () => {
    expect(picture(drawn('a2 b3 c1'))).toBe('[0] 0 1 [1] 2 3 4 [2] 5')
  })

  it('of a folded group only the head is there', () => {
    const lines = drawn('a2 b3- c1')
    expect(picture(lines)).toBe('[0] 0 1 [1] [2] 5')
    expect(lines.lineOf(5)).toBe(5)
    expect(lines.lineOf(3)).toBe(3)
    expect(lines.headOf(2)).toBe(4)
  })

  it('only statements that are unfolded are asked for, and neighbours together', () => {
    expect(stretches(drawn('a2 b3 c1'), 1, 9)).toBe('0–6')
    expect(stretches(drawn('a2 b3- c1'), 0, 9)).toBe('0–2 5–6')
    expect(stretches(drawn('a2 b3 c1'), 2, 6)).toBe('1–4')
    expect(stretches(drawn('a2- b3- c1-'), 0, 9)).toBe('')
  })
})

describe('whatever the groups', () => {
  const anyGroups = fc
    .array(fc.record({ count: fc.integer({ min: 1, max: 9 }), isFolded: fc.boolean() }), { maxLength: 12 })
    .map((drawing) => drawing.map((group, i) => ({ ...group, key: String(i) })))
  const linesOf = (groups: readonly (Group & { readonly isFolded: boolean })[]) =>
    new Lines(sum(groups), groups, new Set(groups.filter(({ isFolded }) => isFolded).map(({ key }) => key)))

  it('a statement that is unfolded is found in its line', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const lines = linesOf(groups)
        for (let i = 0; i < lines.count; i++) {
          const line = lines.at(i)!
          expect(line.is === 'group' ? lines.headOf(line.group) : lines.lineOf(line.at)).toBe(i)
        }
      }),
    )
  })

  it('those asked for are those that stand there', () => {
    fc.assert(
      fc.property(anyGroups, fc.nat(40), fc.nat(40), (groups, from, length) => {
        const lines = linesOf(groups)
        const asked = lines
          .statementsIn(from, from + length)
          .flatMap((stretch) => Array.from({ length: stretch.to - stretch.from }, (_, i) => stretch.from + i))
        const there = Array.from({ length }, (_, i) => lines.at(from + i)).flatMap((line) =>
          line?.is === 'statement' ? [line.at] : [],
        )
        expect(asked).toEqual(there)
      }),
    )
  })
})
