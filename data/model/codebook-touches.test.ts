import { expect, it } from 'vitest'
import { builtInCodebook } from './built-in-codebook'
import { contentOf, type Codebook } from './codebook'
import { changeLabel, mergeLabel, retireLabel } from './codebook-labels'
import { changeLinkType } from './codebook-links'
import { readCodebookFile, codebookFile, takenOver } from './codebook-file'
import { mineAndOthers, touchedBy, type CodebookUse } from './codebook-touches'
import { isOlder, olderRules } from './older-definition'
import { wordDifference } from './word-differences'

const base = contentOf(builtInCodebook)
const use: CodebookUse = {
  labels: { claim: { me: 4, jonas: 2 }, actor: { me: 9 } },
  attributes: { speech: { me: 3 } },
  links: [
    { type: 'makes', from: 'actor', to: 'claim', counts: { me: 4 } },
    { type: 'supports', from: 'claim', to: 'position', counts: { me: 1, jonas: 1 } },
  ],
}
const touched = (changed: ReturnType<typeof retireLabel>) => {
  if (!changed.ok) throw new Error(changed.error.kind)
  const { parts, links } = touchedBy(base, changed.value, use)
  return [
    ...parts.map(({ difference, counts }) => [wordDifference(difference), mineAndOthers(counts, 'me')]),
    links,
  ]
}

it('counts the tags of a label that changes, mine and others’', () => {
  expect(touched(retireLabel(base, 'claim'))).toEqual([['Label “Claim” retired', { mine: 4, others: 2 }], {}])
})

it('counts links that could not be made any more, and none that still could since their label counts as another', () => {
  expect(touched(changeLinkType(base, 'makes', { to: ['position'] }))).toEqual([
    ['Link “makes” changed: where it ends', { mine: 4, others: 0 }],
    { me: 4 },
  ])
  expect(touched(mergeLabel(base, 'claim', 'position')).at(-1)).toEqual({})
})

it('knows tags that were made under another definition of their label, and not another name', () => {
  const later = changeLabel(base, 'claim', { definition: 'Something else.' })
  const renamed = later.ok && changeLabel(later.value, 'actor', { name: 'Speaker', key: 'a' })
  if (!renamed || !renamed.ok) throw new Error('not changed')
  const inForce: Codebook = {
    ...builtInCodebook,
    ...renamed.value,
    id: 'later',
    parents: [builtInCodebook.id],
  }
  const rules = olderRules(inForce, [builtInCodebook, inForce])
  const tag = (label: string, codebook: string) => isOlder(rules, { label, codebook })
  expect(tag('claim', builtInCodebook.id)).toBe(true)
  expect(tag('claim', 'later')).toBe(false)
  expect(tag('actor', builtInCodebook.id)).toBe(false)
  expect(tag('claim', 'unknown')).toBe(false)
})

it('reads the file that it writes, and says of others what is wrong', () => {
  expect(readCodebookFile(codebookFile(builtInCodebook), 'own.json')).toEqual({
    ok: true,
    value: builtInCodebook,
  })
  const spoilt = (change: object) =>
    readCodebookFile(JSON.stringify({ ...builtInCodebook, ...change }), 'theirs.json')
  expect(readCodebookFile('{"format"', 'theirs.json')).toMatchObject({ error: { kind: 'bad-file' } })
  expect(spoilt({ schema: 2 })).toMatchObject({ error: { kind: 'newer-file' } })
  expect(spoilt({ labels: [] })).toMatchObject({ error: { kind: 'bad-file', where: 'labels' } })
  expect(spoilt({ labels: [base.labels[0], base.labels[0]] })).toMatchObject({
    error: { kind: 'codebook-fault', fault: { is: 'id-twice', id: 'actor' } },
  })
  expect(spoilt({ labels: [base.labels[1]] })).toMatchObject({
    error: { kind: 'codebook-fault', fault: { is: 'unknown-label' } },
  })
})

it('keeps what only the present codebook has, retired, when another is taken over', () => {
  const other = { ...base, name: 'Theirs', labels: base.labels.slice(0, 1), attributes: [], linkTypes: [] }
  const taken = takenOver(base, other)
  expect(taken.labels.map(({ id, retired }) => `${id} ${retired ?? false}`)).toEqual([
    'actor false',
    'position true',
    'claim true',
  ])
  expect(taken.linkTypes).toHaveLength(base.linkTypes.length)
})
