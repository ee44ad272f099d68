import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { contentOf, type CodebookContent } from '../model/codebook'
import { decideCodebook } from './decide-codebook'
import { decide, type Command, type Scene } from './commands'
import { inForceByDefault } from './registries'

const at = '2031-03-12T09:00:00.000Z'
const content = contentOf(builtInCodebook)
const before = inForceByDefault(builtInCodebook, '2031-01-01T09:00:00.000Z')
const revise = (to: CodebookContent, of = builtInCodebook.id) =>
  decideCodebook(builtInCodebook, before, { do: 'revise-codebook', of, to }, { by: 'ada-quill', at })
const retired = {
  ...content,
  labels: content.labels.map((label) =>
    label.id === 'claim' ? { ...label, retired: true as const, into: ['position'] } : label,
  ),
}

describe('another codebook', () => {
  it('is a revision of the one in force, by whom and when, and the record names it', () => {
    const revised = revise({ ...content, name: 'Who said what' })
    if (!revised.ok || !revised.value) throw new Error('it was refused')
    const { revision, change } = revised.value
    expect(revision).toMatchObject({ parents: [builtInCodebook.id], made: { by: 'ada-quill', at } })
    expect(revision.id).toMatch(/^[a-z2-7]{26}$/)
    expect(change).toMatchObject({ article: null, before, after: { codebook: revision.id, modified: at } })
  })

  it('has the same id whatever order its keys came in', () => {
    const { name, ...rest } = { ...content, name: 'Who said what' }
    const [one, other] = [revise({ name, ...rest }), revise({ ...rest, name })]
    expect(one).toEqual(other)
  })

  it('is none when it says the same, and refused when it makes no sense or another is in force', () => {
    expect(revise(content)).toEqual({ ok: true, value: null })
    expect(revise({ ...content, name: 'X' }, 'a'.repeat(26))).toMatchObject({
      error: { kind: 'codebook-changed' },
    })
    const twice = [...content.labels, content.labels[0]!]
    expect(revise({ ...content, labels: twice })).toMatchObject({ error: { kind: 'codebook-fault' } })
  })
})

describe('a label that is retired', () => {
  const text = 'Ada said so.'
  const stamp = { newId: () => '00000000-0000-7000-8000-000000000001', now: at }
  const scene = (codebook: CodebookContent, id: string): Scene => ({
    text,
    records: new Map(),
    codebook: { ...builtInCodebook, ...codebook, id },
    registry: [],
  })
  const spans = [{ start: 0, end: 3 }]
  const article = 'a'.repeat(26)
  const made = decide(
    scene(content, 'a'.repeat(26)),
    { do: 'annotate', article, spans, label: 'claim' },
    stamp,
  )
  const tag = made.ok ? made.value[0]!.after! : null

  it('is given to no tag; one that has it keeps it, and may be changed in every other way', () => {
    const now = { ...scene(retired, 'b'.repeat(26)), records: new Map([[tag!.id, tag!]]) }
    const kindOf = (command: Command) => {
      const decided = decide(now, command, stamp)
      return decided.ok ? decided.value.length : decided.error.kind
    }
    const annotation = tag!.id
    expect(kindOf({ do: 'annotate', article, spans, label: 'claim' })).toBe('label-retired')
    expect(kindOf({ do: 'relabel', article, annotation, label: 'claim' })).toBe('label-retired')
    expect(kindOf({ do: 'relabel', article, annotation, label: 'position' })).toBe(1)
    expect(kindOf({ do: 'write-note', article, annotation, note: 'Old.' })).toBe(1)
    expect(kindOf({ do: 'set-attribute', article, annotation, attribute: 'speech', value: 'direct' })).toBe(1)
  })

  it('nor is a link made of a type that was retired', () => {
    const spans2 = [{ start: 4, end: 6 }]
    const other = decide(
      scene(content, 'a'.repeat(26)),
      { do: 'annotate', article, spans: spans2, label: 'actor' },
      { ...stamp, newId: () => '00000000-0000-7000-8000-00000000000f' },
    )
    const actor = other.ok ? other.value[0]!.after! : null
    const records = new Map([tag!, actor!].map((record) => [record.id, record]))
    const link: Command = { do: 'link', article, type: 'makes', from: actor!.id, to: tag!.id }
    const without = {
      ...content,
      linkTypes: content.linkTypes.map((type) => ({ ...type, retired: true as const })),
    }
    expect(decide({ ...scene(content, 'a'.repeat(26)), records }, link, stamp).ok).toBe(true)
    expect(decide({ ...scene(without, 'b'.repeat(26)), records }, link, stamp)).toEqual({
      ok: false,
      error: { kind: 'link-type-retired', phrase: 'makes' },
    })
  })

  it('and any other: a new label or new boundaries bring the revision that is in force, a note does not', () => {
    const id = 'b'.repeat(26)
    const now = { ...scene(content, id), records: new Map([[tag!.id, tag!]]) }
    const codebookAfter = (command: Command) => {
      const decided = decide(now, command, stamp)
      const after = decided.ok && decided.value[0]?.after
      return after && after.is === 'annotation' ? after.codebook : null
    }
    const annotation = tag!.id
    expect(codebookAfter({ do: 'relabel', article, annotation, label: 'actor' })).toBe(id)
    expect(codebookAfter({ do: 'relabel', article, annotation, label: 'claim' })).toBe(id)
    expect(codebookAfter({ do: 'move', article, annotation, spans: [{ start: 0, end: 8 }] })).toBe(id)
    expect(codebookAfter({ do: 'write-note', article, annotation, note: 'x' })).toBe('a'.repeat(26))
  })
})
