import { expect, it } from 'vitest'
import { explain } from './explain'
import type { Problem } from './problem'

const file = 'talks.txt'
const problems: { readonly [Kind in Problem['kind']]: Extract<Problem, { kind: Kind }> } = {
  'not-there': { kind: 'not-there', what: 'annotation' },
  'link-not-allowed': { kind: 'link-not-allowed', type: 'makes', from: 'claim', to: 'actor' },
  'value-not-allowed': { kind: 'value-not-allowed', attribute: 'Stance' },
  'already-linked': { kind: 'already-linked' },
  'meaning-not-allowed': { kind: 'meaning-not-allowed', label: 'actor' },
  'decision-not-fitting': { kind: 'decision-not-fitting', action: 'merge' },
  'nothing-to-take-over': { kind: 'nothing-to-take-over' },
  'no-words': { kind: 'no-words' },
  'codebook-fault': {
    kind: 'codebook-fault',
    fault: { is: 'key-twice', key: 't', name: 'Threat', other: 'Talk' },
  },
  'codebook-without-name': { kind: 'codebook-without-name' },
  'split-into-one': { kind: 'split-into-one' },
  'no-name': { kind: 'no-name' },
  'id-taken': { kind: 'id-taken' },
  'not-one-kind': { kind: 'not-one-kind' },
  'merged-with-itself': { kind: 'merged-with-itself' },
  'entry-in-use': { kind: 'entry-in-use', by: 'answers', count: 2 },
  'label-retired': { kind: 'label-retired', label: 'Threat' },
  'link-type-retired': { kind: 'link-type-retired', phrase: 'makes' },
  'codebook-changed': { kind: 'codebook-changed' },
  'not-printed': { kind: 'not-printed', why: 'no printer' },
  'not-saved': { kind: 'not-saved', why: 'the disk is full' },
  'not-backed-up': { kind: 'not-backed-up', why: 'the disk is full' },
  'lost-in-backup': { kind: 'lost-in-backup', file },
  'unreadable-file': { kind: 'unreadable-file', file, why: 'permission was denied' },
  'bad-file': { kind: 'bad-file', file, where: 'articles[3].text', expected: 'a text' },
  'set-aside': {
    kind: 'set-aside',
    file,
    who: 'Jonas',
    title: 'Two hours in Dalmere',
    isAside: true,
    back: 41,
    of: 43,
    until: '2031-03-11T09:00:00Z',
  },
  'copies-merged': { kind: 'copies-merged', title: 'Two hours in Dalmere', copies: 1, items: 2 },
  'device-cloned': { kind: 'device-cloned' },
  'journal-damaged': { kind: 'journal-damaged', lines: 2 },
  'changed-since': { kind: 'changed-since' },
  'newer-file': { kind: 'newer-file', file, schema: 2, known: 1 },
  'damaged-file': { kind: 'damaged-file', file },
  'only-white-space': { kind: 'only-white-space' },
  'no-project': { kind: 'no-project' },
  'not-a-project': { kind: 'not-a-project', folder: '/p/pictures' },
  'folder-not-empty': { kind: 'folder-not-empty', folder: '/p/pictures' },
  'folder-unreachable': { kind: 'folder-unreachable', folder: '/p/talks', why: 'it is gone' },
  'empty-file': { kind: 'empty-file', file },
  'empty-set': { kind: 'empty-set', file },
  'not-text': { kind: 'not-text', file },
  'too-large': { kind: 'too-large', file, bytes: 30_000_000, limit: 20 * 1024 * 1024 },
  'already-here': { kind: 'already-here', file, article: 'a', title: 'Talks in Halsund' },
  'unknown-article': { kind: 'unknown-article', file, where: 'items[0]', article: 'a' },
  'quote-differs': { kind: 'quote-differs', file, where: 'items[0]', expected: 'he', found: 'she' },
  'unknown-format': { kind: 'unknown-format', format: 'xyz' },
  'unknown-annotator': { kind: 'unknown-annotator', annotator: 'ada' },
  'nothing-to-export': { kind: 'nothing-to-export' },
  'nothing-agreed': { kind: 'nothing-agreed' },
  'no-statements': { kind: 'no-statements' },
  'no-figures': { kind: 'no-figures' },
  'hidden-until-done': { kind: 'hidden-until-done' },
  'no-record': { kind: 'no-record', why: 'a thread has ended' },
  cancelled: { kind: 'cancelled' },
  'bad-request': { kind: 'bad-request', channel: 'carryOut', where: '0' },
}

it.each(Object.values(problems))('words $kind in a few whole sentences', (problem) => {
  const words = explain(problem)
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words)
  expect([...sentences].length).toBeLessThanOrEqual(3)
  expect(words).toMatch(/^[“\p{Lu}].+\.$/u)
  expect(words).not.toMatch(/!|please|oops|sorry|success|undefined|\bnull\b|object|"/i)
})

it('says what happened, what is safe and what to do', () => {
  expect(explain(problems['too-large'])).toBe(
    '“talks.txt” is larger than 20 MB, the most that is read. It was left out; split it and import the parts.',
  )
  expect(explain(problems['link-not-allowed'])).toBe(
    'A link “makes” cannot lead from a claim to an actor. Nothing was changed.',
  )
  expect(explain(problems['bad-file'])).toContain('at articles[3].text, a text was expected')
})

it('says what came back of a damaged file', () => {
  const aside = problems['set-aside']
  expect(explain(aside)).toBe(
    'Jonas’s tags on “Two hours in Dalmere” could not be read. The file was set aside unchanged; 41 of 43 tags came back, the latest from 11 March 2031.',
  )
  expect(explain({ ...aside, who: null, back: 43 })).toMatch(/^Your tags .*all 43 tags came back/)
  expect(explain({ ...aside, back: 0, until: null })).toContain('none of its 43 tags could be found')
  expect(explain({ ...aside, title: null, back: 43 })).toMatch(
    /^Jonas’s actors and positions could not be read\. .*; all 43 entries came back/,
  )
})

it('says of what a sync program had kept another version', () => {
  const copies = problems['copies-merged']
  expect(explain(copies)).toContain('your tags on “Two hours in Dalmere”')
  expect(explain({ ...copies, title: null, items: 1 })).toMatch(
    /your actors and positions\. What was only there \(one entry\) is with yours now/,
  )
})

it('says how to begin when no project is open', () => {
  expect(explain({ kind: 'no-project' })).toBe(
    'No project is open. Open one, or make a new one, and try again.',
  )
})

it('shortens a long quote between characters', () => {
  const long = `${'x'.repeat(79)}😀${'y'.repeat(20)}`
  expect(explain({ ...problems['quote-differs'], expected: long })).toContain(`“${'x'.repeat(79)}…”`)
})
