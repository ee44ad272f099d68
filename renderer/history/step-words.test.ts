import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { Actor, WorkRecord } from '../../data/model/records'
import type { Decision } from '../../data/model/review-records'
import type { ArticleChange } from '../../data/store/changes'
import { change, link, minute, step, tag } from './made-up'
import { inWords, kindOfStep, summaryOf, toldOfChange, toldOfTag, type Telling } from './step-words'

const claim = tag('claim', 'the timetable would stand')
const pell = tag('pell', 'Dorian Pell', { label: 'actor' })
const reszek: Actor = {
  is: 'actor',
  id: 'reszek',
  created: minute(0),
  modified: minute(0),
  name: 'Anton Reszek',
  aliases: [],
  kind: 'person',
  country: null,
  roles: [],
}
const telling: Telling = {
  codebook: builtInCodebook,
  registry: [reszek],
  tags: new Map([claim, pell].map((each) => [each.id, each])),
}
const told = (each: ArticleChange, did = 'annotate') => toldOfChange(telling, each, did).map(inWords)

describe('a change in words', () => {
  it.each([
    ['Tagged as claim', change(null, claim)],
    ['Deleted', change(claim, null)],
    ['Label: claim → position', change(claim, { ...claim, label: 'position' })],
    ['Label: claim → rumour', change(claim, { ...claim, label: 'rumour' })],
    ['Words: “the timetable would stand” → “would stand”', change(claim, tag('claim', 'would stand'))],
    ['Note: none → “Check the date.”', change(claim, { ...claim, note: 'Check the date.' })],
    ['Note: “Check.” → none', change({ ...claim, note: 'Check.' }, claim)],
    ['Type: none → Demand', change(claim, { ...claim, attributes: { type: 'demand' } })],
    ['colour: red → none', change({ ...claim, attributes: { colour: 'red' } }, claim)],
    ['Means: none → Anton Reszek', change(pell, { ...pell, means: 'reszek' })],
    ['Linked: makes “the timetable would stand”', change(null, link('l', 'pell', 'claim'))],
    ['Link removed: makes', change(link('l', 'pell', 'who'), null)],
  ])('%s', (words, each) => {
    expect(told(each)).toEqual([words])
  })

  it.each([
    ['Dismissed what was worth another look', [null, 'there']],
    ['Worth another look again', ['there', null]],
  ])('%s', (words, [before, after]) => {
    const mark = (there: string | null | undefined) =>
      there ? ({ ...link('d', '', ''), is: 'dismissed', lint: 'word-cut 1' } as const) : null
    const each: ArticleChange = { article: claim.article, id: 'd', before: mark(before), after: mark(after) }
    expect(told(each, 'dismiss')).toEqual([words])
    expect(summaryOf(telling, step('dismiss', [each]))).toEqual({ text: words, tag: null, more: 0 })
  })

  const base = { id: 'r', created: minute(0), modified: minute(0), article: claim.article }
  const decision: Decision = {
    is: 'decision',
    ...base,
    action: 'reject',
    on: [{ annotator: 'ines', id: 'claim', as: '0123456789abcdef' }],
    readings: [],
    links: [],
    reason: 'wrong-stance',
    note: '',
    codebook: claim.codebook,
  }
  const assignment = { is: 'assignment', ...base, person: 'ines', to: 'review', off: false } as const
  it.each<[string, WorkRecord | null, WorkRecord | null]>([
    ['Decided: rejected, wrong stance', null, decision],
    ['Decided anew: accepted', decision, { ...decision, action: 'accept', reason: null }],
    ['Decision withdrawn: rejected, wrong stance', decision, null],
    ['Answered a decision: Why?', null, { is: 'answer', ...base, decision: 'd', text: 'Why?' }],
    ['Assigned for review', null, assignment],
    ['Not assigned for review any more', assignment, { ...assignment, off: true }],
    ['Reviewed, and the agreed set is final', null, { is: 'reviewed', ...base, agreed: true }],
    ['Review taken up again', { is: 'reviewed', ...base, agreed: true }, null],
  ])('%s', (words, before, after) => {
    const each: ArticleChange = { article: claim.article, id: 'r', before, after }
    expect(told(each, 'decide')).toEqual([words])
    const isOnClaim = (after ?? before)?.is === 'decision'
    expect(toldOfTag(telling, step('decide', [each]), 'claim').map(inWords)).toEqual(isOnClaim ? [words] : [])
  })

  it('names what a tag meant by what that counts as now, but two that were merged since by themselves', () => {
    const resek = { ...reszek, id: 'resek', name: 'A. Resek', into: 'reszek' }
    const harrow = { ...reszek, id: 'harrow', name: 'Ilse Harrow' }
    const since = { ...telling, registry: [reszek, resek, harrow] }
    const meant = (from: string, to: string) =>
      toldOfChange(since, change({ ...pell, means: from }, { ...pell, means: to }), 'mean').map(inWords)
    expect(meant('resek', 'harrow')).toEqual(['Means: Anton Reszek → Ilse Harrow'])
    expect(meant('resek', 'reszek')).toEqual(['Means: A. Resek → Anton Reszek'])
  })

  it('tells each thing that one step changed', () => {
    const after = { ...claim, label: 'position', attributes: {}, means: null }
    expect(told(change({ ...claim, attributes: { type: 'demand' } }, after))).toEqual([
      'Label: claim → position',
      'Type: Demand → none',
    ])
  })

  it('does not say that a tag was made or deleted where it came back or went', () => {
    expect(told(change(null, claim), 'undo')).toEqual(['There again, as claim'])
    expect(told(change(claim, null), 'redo')).toEqual(['Not there any more'])
    expect(told(change(null, claim), 'bring-back')).toEqual(['There again, as claim'])
    expect(told(change(null, claim), 'merge')).toEqual(['Tagged as claim'])
  })

  it('tells that a tag went to other words which read the same', () => {
    const after = { ...claim, target: claim.target.map((range) => ({ ...range, start: 90, end: 115 })) }
    expect(told(change(claim, after))).toEqual(['Moved to the same words elsewhere'])
  })
})

it('tells a link from the side of the tag that is asked about', () => {
  const made = step('link', [change(null, link('l', 'pell', 'claim'))])
  const from = (id: string) => toldOfTag(telling, made, id).map(inWords)
  expect(from('claim')).toEqual(['Linked: made by “Dorian Pell”'])
  expect(from('pell')).toEqual(['Linked: makes “the timetable would stand”'])
  expect(from('another')).toEqual([])
})

it('names the kind of step where its changes do not tell', () => {
  const kinds = ['undo', 'redo', 'bring-back', 'begin', 'annotate', 'of a newer program'].map((did) =>
    kindOfStep({ did }),
  )
  expect(kinds).toEqual(['Undone', 'Done again', 'Brought back', 'Before the history began', null, null])
})

describe('a step on one line', () => {
  const line = (did: string, ...changes: readonly ArticleChange[]) => {
    const { text, tag: first, more } = summaryOf(telling, step(did, changes))
    return [text, first?.id ?? null, more]
  }
  it('tells all that happened to its one tag', () => {
    expect(line('relabel', change(claim, { ...claim, label: 'position', note: 'x' }))).toEqual([
      'Label: claim → position · Note: none → “x”',
      'claim',
      0,
    ])
  })
  it('counts the links that went with a tag', () => {
    expect(line('delete', change(link('l', 'pell', 'claim'), null), change(claim, null))).toEqual([
      'Deleted, with 1 link',
      'claim',
      0,
    ])
  })
  it('counts many tags by what happened to them', () => {
    expect(line('bring-back', change(null, claim), change(null, pell), change(tag('x', 'x'), null))).toEqual([
      'Brought back. 2 tags made, 1 deleted',
      'claim',
      2,
    ])
  })
  it('tells of a link by itself, at the tag that it starts at', () => {
    expect(line('undo', change(link('l', 'pell', 'claim'), null))).toEqual([
      'Undone. Link removed: makes “the timetable would stand”',
      'pell',
      0,
    ])
  })
})
