import fc from 'fast-check'
import { expect, it } from 'vitest'
import { after, arbitraryChange, arbitraryCodebook } from '../samples/arbitrary-codebook'
import { builtInCodebook } from './built-in-codebook'
import { attributesFor, codebookSchema, contentOf, labelOf, type CodebookContent } from './codebook'
import { addAttribute, changeAttribute, changeValues, retireAttribute, valuesOf } from './codebook-attributes'
import { renameCodebook, type Changed } from './codebook-changes'
import { idFrom } from './codebook-ids'
import {
  addLabel,
  bringBackLabel,
  changeLabel,
  mergeLabel,
  moveLabel,
  retireLabel,
  splitLabel,
} from './codebook-labels'
import { addLinkType, changeLinkType, retireLinkType } from './codebook-links'
import { faultsIn } from './codebook-rules'
import { activeLabels, labelInForce } from './labels-in-force'

const start = contentOf(builtInCodebook)
const valueOf = (changed: Changed): CodebookContent => {
  if (!changed.ok) throw new Error(JSON.stringify(changed.error))
  return changed.value
}
const names = (codebook: CodebookContent) => activeLabels(codebook).map(({ name }) => name)
const withThreat = valueOf(addLabel(start, { name: 'Threat', definition: 'What is held out.' }))

it('gives a new label an id, a letter, a key and a look that none of the others has', () => {
  expect(labelOf(withThreat, 'threat')).toMatchObject({
    letter: 'T',
    key: '4',
    hue: 'brick',
    pattern: 'double',
  })
  const next = valueOf(addLabel(withThreat, { name: 'Promise' }, ['5']))
  expect(labelOf(next, 'promise')).toMatchObject({ letter: 'R', key: '6' })
})

it('never gives an id again', () => {
  const retired = valueOf(retireLabel(withThreat, 'threat'))
  const again = valueOf(addLabel(retired, { name: 'Threat' }))
  expect(again.labels.map(({ id }) => id)).toEqual(['actor', 'position', 'claim', 'threat', 'threat-2'])
})

it.each([
  ['Zoë’s Side', 'zoe-s-side'],
  ['7 days', 'days'],
  ['Ἀγορά', 'label'],
  ['constructor', 'constructor-2'],
  ['Claim', 'claim-2'],
])('makes of %j the id %s', (name, id) => {
  expect(idFrom(name, ['claim'], 'label')).toBe(id)
})

it('refuses what would clash, and says which', () => {
  expect(changeLabel(withThreat, 'threat', { key: '1' })).toMatchObject({
    error: { fault: { is: 'key-twice', key: '1', name: 'Threat', other: 'Actor' } },
  })
  expect(changeLabel(withThreat, 'threat', { name: 'actor' })).toMatchObject({
    error: { fault: { is: 'name-twice' } },
  })
  expect(changeLabel(withThreat, 'threat', { name: ' ' })).toMatchObject({
    error: { fault: { is: 'no-name' } },
  })
  expect(changeLabel(withThreat, 'nothing', { name: 'X' })).toMatchObject({ error: { kind: 'not-there' } })
  expect(renameCodebook(start, ' ')).toMatchObject({ error: { kind: 'codebook-without-name' } })
})

it('has no label be a kind of itself, however far', () => {
  const child = valueOf(changeLabel(withThreat, 'threat', { parent: 'claim' }))
  expect(labelOf(child, 'threat')?.parent).toBe('claim')
  expect(changeLabel(child, 'claim', { parent: 'threat' })).toMatchObject({
    error: { fault: { is: 'parent-loop' } },
  })
  expect(labelOf(valueOf(changeLabel(child, 'threat', { parent: undefined })), 'threat')).not.toHaveProperty(
    'parent',
  )
})

it('retires a label and brings it back, with another key if its own was given away', () => {
  const retired = valueOf(retireLabel(withThreat, 'threat'))
  expect(names(retired)).toEqual(['Actor', 'Position', 'Claim'])
  expect(valueOf(bringBackLabel(retired, 'threat'))).toEqual(withThreat)
  const other = valueOf(addLabel(retired, { name: 'Demand' }))
  expect(labelOf(other, 'demand')?.key).toBe('4')
  expect(labelOf(valueOf(bringBackLabel(other, 'threat')), 'threat')?.key).toBe('5')
})

it('keeps one label at least', () => {
  const one = valueOf(retireLabel(valueOf(retireLabel(start, 'actor')), 'claim'))
  expect(retireLabel(one, 'position')).toMatchObject({ error: { fault: { is: 'no-label-left' } } })
})

it('merges a label, so that its tags count as the other, and keeps it', () => {
  const child = valueOf(addLabel(withThreat, { name: 'Ultimatum', parent: 'threat' }))
  const merged = valueOf(mergeLabel(child, 'threat', 'claim'))
  expect(names(merged)).toEqual(['Actor', 'Position', 'Claim', 'Ultimatum'])
  expect(labelInForce(merged, 'threat')).toBe('claim')
  expect(labelOf(merged, 'ultimatum')?.parent).toBe('claim')
  const further = valueOf(mergeLabel(merged, 'claim', 'position'))
  expect(labelInForce(further, 'threat')).toBe('position')
  expect(mergeLabel(merged, 'claim', 'threat')).toMatchObject({ ok: false })
  expect(mergeLabel(merged, 'claim', 'claim')).toMatchObject({ ok: false })
  expect(labelInForce(valueOf(bringBackLabel(further, 'claim')), 'threat')).toBe('claim')
})

it('counts labels that two people have merged into each other as the one with the least id', () => {
  const [actor, position] = start.labels
  const labels = [
    { ...actor!, retired: true as const, into: ['position'] },
    { ...position!, retired: true as const, into: ['actor'] },
  ]
  expect(['actor', 'position', 'elsewhere'].map((id) => labelInForce({ labels }, id))).toEqual([
    'actor',
    'actor',
    'elsewhere',
  ])
})

it('splits a label into others that may have all that it had', () => {
  const split = valueOf(splitLabel(start, 'claim', [{ name: 'Said' }, { name: 'Done' }, 'position']))
  expect(names(split)).toEqual(['Actor', 'Position', 'Said', 'Done'])
  expect(labelOf(split, 'claim')?.into).toEqual(['said', 'done', 'position'])
  expect(labelInForce(split, 'claim')).toBe('claim')
  for (const id of ['said', 'done']) expect(attributesFor(split, id)).toEqual(attributesFor(split, 'claim'))
  expect(split.linkTypes.find(({ id }) => id === 'makes')?.to).toEqual(['claim', 'said', 'done', 'position'])
  expect(splitLabel(start, 'claim', [{ name: 'Said' }])).toMatchObject({ error: { kind: 'split-into-one' } })
})

it('changes the order', () => {
  expect(names(valueOf(moveLabel(start, 'claim', -1)))).toEqual(['Actor', 'Claim', 'Position'])
  expect(names(valueOf(moveLabel(start, 'actor', 9)))).toEqual(['Position', 'Claim', 'Actor'])
})

it('adds an attribute, changes what it takes, and lets a preset go that it takes no more', () => {
  const tone = valueOf(addAttribute(start, { name: 'Tone', labels: ['claim'], type: 'choice' }))
  const preset = valueOf(changeAttribute(tone, 'tone', { required: true, preset: 'yes' }))
  expect(preset.attributes.at(-1)).toMatchObject({ id: 'tone', required: true, preset: 'yes' })
  const number = valueOf(changeValues(preset, 'tone', valuesOf('number')))
  expect(number.attributes.at(-1)).toEqual({
    id: 'tone',
    name: 'Tone',
    type: 'number',
    labels: ['claim'],
    definition: '',
    required: true,
    least: null,
    most: null,
    unit: '',
  })
  expect(changeAttribute(tone, 'tone', { preset: 'maybe' })).toMatchObject({
    error: { fault: { is: 'preset-not-allowed' } },
  })
  expect(valueOf(retireAttribute(tone, 'tone')).attributes.at(-1)?.retired).toBe(true)
})

it('adds a link type, changes its ends, and retires it', () => {
  const given = { phrase: 'denies', inverse: 'denied by', from: ['actor'], to: ['claim'] }
  const denies = valueOf(addLinkType(start, given))
  expect(changeLinkType(denies, 'denies', { to: [] })).toMatchObject({ error: { fault: { is: 'no-ends' } } })
  expect(changeLinkType(denies, 'denies', { to: ['nobody'] })).toMatchObject({
    error: { fault: { is: 'unknown-label' } },
  })
  expect(valueOf(retireLinkType(denies, 'denies')).linkTypes.at(-1)).toMatchObject({ retired: true })
})

it('leaves a codebook right and every id there, whatever is done to it', () => {
  const header = { format: 'parley/codebook', schema: 1, id: 'x', parents: [] }
  fc.assert(
    fc.property(arbitraryCodebook, arbitraryChange, (before, change) => {
      const changed = after(before, [change])
      expect(faultsIn(changed)).toEqual([])
      expect(codebookSchema.parse({ ...header, ...changed })).toEqual({ ...header, ...changed })
      for (const parts of ['labels', 'attributes', 'linkTypes'] as const) {
        const ids = changed[parts].map(({ id }) => id)
        for (const { id } of before[parts]) expect(ids).toContain(id)
        expect(new Set(ids).size).toBe(ids.length)
      }
      for (const { id } of changed.labels) expect(labelOf(changed, labelInForce(changed, id))).toBeTruthy()
    }),
  )
})
