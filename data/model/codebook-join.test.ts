import fc from 'fast-check'
import { expect, it } from 'vitest'
import { after, arbitraryCodebook, someChanges } from '../samples/arbitrary-codebook'
import { builtInCodebook } from './built-in-codebook'
import { contentOf, labelOf, type CodebookContent } from './codebook'
import type { Changed } from './codebook-changes'
import { allParts, differences, fieldNames, fieldsOf, partsOf } from './codebook-differences'
import { joinCodebooks, keyOf } from './codebook-join'
import { addLabel, changeLabel, moveLabel, retireLabel } from './codebook-labels'
import { activeLabels } from './labels-in-force'
import { isSame } from './same'
import { wordDifference } from './word-differences'

const base = contentOf(builtInCodebook)
const valueOf = (changed: Changed): CodebookContent => {
  if (!changed.ok) throw new Error(JSON.stringify(changed.error))
  return changed.value
}

it('takes what each side has changed, field by field', () => {
  const ours = valueOf(changeLabel(base, 'claim', { definition: 'What is said.' }))
  const theirs = valueOf(changeLabel(valueOf(retireLabel(base, 'actor')), 'claim', { hue: 'violet' }))
  const { codebook, conflicts } = joinCodebooks(base, ours, theirs)
  expect(conflicts).toEqual([])
  expect(labelOf(codebook, 'claim')).toMatchObject({ definition: 'What is said.', hue: 'violet' })
  expect(labelOf(codebook, 'actor')?.retired).toBe(true)
})

it('tells a field that both have changed, takes ours, and theirs when that was decided', () => {
  const ours = valueOf(changeLabel(base, 'claim', { definition: 'Ours.' }))
  const theirs = valueOf(changeLabel(base, 'claim', { definition: 'Theirs.' }))
  const joined = joinCodebooks(base, ours, theirs)
  const conflict = {
    of: 'label',
    id: 'claim',
    name: 'Claim',
    field: 'definition',
    ours: 'Ours.',
    theirs: 'Theirs.',
  } as const
  expect(joined.conflicts).toEqual([conflict])
  expect(joined.codebook).toEqual(ours)
  expect(joinCodebooks(base, ours, theirs, new Set([keyOf(conflict)])).codebook).toEqual(theirs)
})

it('puts what both have added beside each other, and gives one of two equal keys away', () => {
  const ours = valueOf(addLabel(base, { name: 'Threat' }))
  const theirs = valueOf(addLabel(base, { name: 'Promise' }))
  const { codebook, conflicts } = joinCodebooks(base, ours, theirs)
  expect(conflicts).toEqual([])
  expect(activeLabels(codebook).map(({ name, key }) => `${name} ${key}`)).toEqual([
    'Actor 1',
    'Position 2',
    'Claim 3',
    'Promise 5',
    'Threat 4',
  ])
})

it('keeps the order of the side that has changed it', () => {
  const theirs = valueOf(moveLabel(base, 'claim', -2))
  expect(joinCodebooks(base, base, theirs).codebook).toEqual(theirs)
})

it('words what became of each part', () => {
  const changed = valueOf(
    changeLabel(valueOf(addLabel(valueOf(moveLabel(base, 'claim', -2)), { name: 'Threat' })), 'actor', {
      definition: 'Who.',
      examples: [],
    }),
  )
  expect(differences(base, valueOf(retireLabel(changed, 'position'))).map(wordDifference)).toEqual([
    'Label “Claim” changed: place',
    'Label “Actor” changed: definition, examples',
    'Label “Position” retired',
    'Label “Threat” added',
  ])
})

it('leaves a side as it is that is joined with itself, or with what both come from', () => {
  fc.assert(
    fc.property(arbitraryCodebook, someChanges(5), (from, changes) => {
      const changed = after(from, changes)
      expect(joinCodebooks(from, changed, changed)).toEqual({ codebook: changed, conflicts: [] })
      expect(joinCodebooks(from, changed, from)).toEqual({ codebook: changed, conflicts: [] })
      expect(joinCodebooks(from, from, changed)).toEqual({ codebook: changed, conflicts: [] })
    }),
  )
})

it('loses nothing: each field is what one side has made of it, and each part of either side is there', () => {
  fc.assert(
    fc.property(arbitraryCodebook, someChanges(5), someChanges(5), (from, a, b) => {
      const [ours, theirs] = [after(from, a), after(from, b)]
      const { codebook, conflicts } = joinCodebooks(from, ours, theirs)
      const inConflict = new Set(conflicts.map(keyOf))
      for (const of of allParts)
        for (const part of partsOf(codebook, of)) {
          const [was, our, their] = [from, ours, theirs].map((each) =>
            partsOf(each, of).find(({ id }) => id === part.id),
          )
          const [is, w, o, t] = [part, was, our, their].map((each) => each && fieldsOf(each))
          for (const field of fieldNames) {
            // A key that both sides gave away is the one thing that is made anew.
            if (!o || !t || field === 'order' || field === 'key') continue
            const isOurs = !w || !isSame(w[field] ?? null, o[field] ?? null)
            const expected = isOurs ? o[field] : t[field]
            expect(isSame(is![field] ?? null, expected ?? null)).toBe(true)
            const differ = w && isOurs && !isSame(w[field] ?? null, t[field] ?? null)
            const isConflict = differ === true && !isSame(o[field] ?? null, t[field] ?? null)
            if (w) expect(inConflict.has(keyOf({ of, id: part.id, field }))).toBe(isConflict)
          }
        }
      for (const side of [ours, theirs])
        for (const of of allParts)
          for (const { id } of partsOf(side, of))
            expect(partsOf(codebook, of).map((part) => part.id)).toContain(id)
      const keys = activeLabels(codebook).map(({ key }) => key.toLowerCase())
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

it('has the same conflicts from either side', () => {
  fc.assert(
    fc.property(arbitraryCodebook, someChanges(5), someChanges(5), (from, a, b) => {
      const [ours, theirs] = [after(from, a), after(from, b)]
      const keys = (one: CodebookContent, other: CodebookContent) =>
        joinCodebooks(from, one, other).conflicts.map(keyOf).toSorted()
      expect(keys(ours, theirs)).toEqual(keys(theirs, ours))
    }),
  )
})
