import { describe, expect, it } from 'vitest'
import { Registry } from '../model/registry'
import { isEntry, type RegistryRecord, type SharedRecord } from '../model/records'
import * as fc from 'fast-check'
import { decideRegistry } from './decide-registry'
import type { NewEntry, RegistryCommand } from './registry-commands'
import { actor as actorNamed } from './testing/talks'

const now = '2031-03-12T09:00:00.000Z'
const made = { created: '2031-01-01T09:00:00.000Z', modified: '2031-01-01T09:00:00.000Z' }
/** An actor whose id is its name, merged or not. */
const actor = (name: string, into?: string): RegistryRecord => ({
  ...actorNamed(name),
  id: name,
  ...made,
  ...(into !== undefined && { into }),
})
const issue: RegistryRecord = { is: 'issue', id: 'whether', ...made, question: 'Whether?' }
const answer: RegistryRecord = { is: 'position', id: 'no', ...made, issue: 'whether', answer: 'No.' }

/** What the command makes, "a → b" for a merge; or the kind of the problem. */
function outcome(command: RegistryCommand, ...records: readonly SharedRecord[]): string | string[] {
  const scene = { records: new Map(records.map((record) => [record.id, record])), hasHad: () => false }
  const decided = decideRegistry(scene, command, { now })
  if (!decided.ok) return decided.error.kind
  return decided.value.map(({ id, after }) => {
    if (!isEntry(after)) return `no ${id}`
    const name = after.is === 'actor' ? after.name : after.is === 'issue' ? after.question : after.answer
    return after.into === undefined ? name : `${id} → ${after.into}`
  })
}
const merge = (into: string, ...entries: string[]): RegistryCommand => ({
  do: 'merge-entries',
  entries,
  into,
})

describe('adding and editing', () => {
  it('takes entries with a name, and positions on an issue that is there', () => {
    expect(outcome({ do: 'add-entry', id: 'x', entry: actorNamed('Kelemin') })).toEqual(['Kelemin'])
    expect(outcome({ do: 'add-entry', id: 'x', entry: actorNamed(' ') })).toBe('no-name')
    expect(outcome({ do: 'add-entry', id: 'a', entry: actorNamed('Ada') }, actor('a'))).toBe('id-taken')
    const position: NewEntry = { is: 'position', issue: 'whether', answer: 'Yes.' }
    expect(outcome({ do: 'add-entry', id: 'x', entry: position }, issue)).toEqual(['Yes.'])
    expect(outcome({ do: 'add-entry', id: 'x', entry: position }, actor('whether'))).toBe('not-there')
  })

  it('keeps who an entry was merged into, and what a newer program wrote', () => {
    const before = { ...actor('a', 'b'), mood: 'good' }
    const scene = { records: new Map([['a', before]]), hasHad: () => true }
    const decided = decideRegistry(scene, { do: 'edit-entry', entry: 'a', to: actorNamed('Ada') }, { now })
    expect(decided.ok && decided.value[0]?.after).toEqual({ ...before, name: 'Ada', modified: now })
    expect(outcome({ do: 'edit-entry', entry: 'a', to: actorNamed('a') }, actor('a'))).toEqual([])
    expect(outcome({ do: 'edit-entry', entry: 'a', to: { is: 'issue', question: 'Who?' } }, actor('a'))).toBe(
      'not-one-kind',
    )
  })
})

describe('merging', () => {
  it('points what an entry counts as, and takes along what was merged into it', () => {
    expect(outcome(merge('a', 'b'), actor('a'), actor('b'))).toEqual(['b → a'])
    expect(outcome(merge('a', 'c'), actor('a'), actor('b'), actor('c', 'b'))).toEqual(['b → a'])
    expect(outcome(merge('c', 'a'), actor('a'), actor('b'), actor('c', 'b'))).toEqual(['a → b'])
    expect(outcome(merge('a', 'b'), actor('a'), actor('b', 'a'))).toEqual([])
  })

  it('joins no entry with itself, and none of another kind', () => {
    expect(outcome(merge('a', 'a'), actor('a'))).toBe('merged-with-itself')
    expect(outcome(merge('a', 'no'), actor('a'), issue, answer)).toBe('not-one-kind')
    expect(outcome(merge('a', 'x'), actor('a'))).toBe('not-there')
  })

  it('is taken back: the entry stands for itself again', () => {
    expect(outcome({ do: 'unmerge-entry', entry: 'b' }, actor('a'), actor('b', 'a'))).toEqual(['b'])
    expect(outcome({ do: 'unmerge-entry', entry: 'a' }, actor('a'))).toEqual([])
  })

  it('counts entries as the registry does, circles and gaps among them', () => {
    const ids = ['a', 'b', 'c', 'd', 'gone']
    const into = fc.array(fc.constantFrom(...ids, undefined), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(into, fc.nat(3), fc.nat(3), (targets, from, to) => {
        const records = targets.map((target, i) => actor(ids[i]!, target))
        const before = Registry.of(records)
        const [entry, other] = [records[from]!, records[to]!]
        const after = outcome(merge(other.id, entry.id), ...records)
        const [root, target] = [before.countsAs(entry.id), before.countsAs(other.id)]
        expect(after).toEqual(
          entry === other ? 'merged-with-itself' : root === target ? [] : [`${root} → ${target}`],
        )
      }),
    )
  })
})

describe('removing', () => {
  it('is refused while others were merged into the entry, or positions answer it', () => {
    expect(outcome({ do: 'remove-entry', entry: 'a' }, actor('a'))).toEqual(['no a'])
    expect(outcome({ do: 'remove-entry', entry: 'a' }, actor('a'), actor('b', 'a'))).toBe('entry-in-use')
    expect(outcome({ do: 'remove-entry', entry: 'b' }, actor('a'), actor('b', 'a'))).toEqual(['no b'])
    expect(outcome({ do: 'remove-entry', entry: 'whether' }, issue, answer)).toBe('entry-in-use')
    expect(outcome({ do: 'remove-entry', entry: 'no' }, issue, answer)).toEqual(['no no'])
  })
})
