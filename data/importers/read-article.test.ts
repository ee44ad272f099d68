import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleSchema, faultInBlocks } from '../model/article'
import { wordGuess } from './guess-words'
import { importArticle, importExtensions } from './index'
import { correct, readArticle } from './read-article'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const readFile = (name: string, text: string) => {
  const read = readArticle({ name, bytes: bytesOf(text) })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const report = `Ministers Meet In Torren
By Ada Quill and Jon Orr

TORREN, Skarland, March 11 (AFP) – The ministers of both states said on Tuesday that they would meet again.

“That is all,” one of them said.

Copyright © 2031 The Torren Post. All rights reserved. | https://www.torrenpost.example/world/1 |
`

it('reads what a report tells about itself, and says where each guess came from', () => {
  const { article, guesses } = readFile('C:\\wire\\2031-03-12 torren.txt', report)
  const { text, blocks, id, ...rest } = article
  expect(text).toBe(report)
  expect(blocks).toHaveLength(6)
  expect(id).toMatch(/^[a-z2-7]{26}$/)
  expect(rest).toEqual({
    format: 'parley/article',
    schema: 1,
    title: 'Ministers Meet In Torren',
    outlet: 'The Torren Post',
    agency: 'AFP',
    byline: 'Ada Quill and Jon Orr',
    dateline: { place: 'TORREN, Skarland', date: '2031-03-11' },
    published: '2031-03-12',
    language: 'en',
    url: 'https://www.torrenpost.example/world/1',
    source: { name: '2031-03-12 torren.txt', encoding: 'utf-8', newlines: 'lf', byteOrderMark: false },
  })
  expect(guesses.map(wordGuess)).toEqual([
    'Title taken from the headline.',
    'Outlet taken from the copyright line.',
    'Agency taken from the dateline.',
    'Byline taken from the byline.',
    'Place and date taken from the dateline.',
    'Date taken from the file name.',
    'Language guessed from the words of the text.',
    'Address taken from a web address in the text.',
  ])
})

const metadataOf = (text: string, name = 'a.txt') => readFile(name, text).article

describe('the title', () => {
  it('is the first sentence without its dateline where there is no headline', () => {
    const text =
      'TORREN (AP) — The ministers of both states began talks on Monday\nevening. It was raining all the while.'
    expect(metadataOf(text).title).toBe('The ministers of both states began talks on Monday evening.')
  })

  it('is cut at a word, or between clusters where there is none', () => {
    const long =
      'The ministers of both states said on Tuesday that they would meet again in a month if it rained.'
    expect(metadataOf(long).title).toBe(
      'The ministers of both states said on Tuesday that they would meet again in a month if it…',
    )
    expect(metadataOf('👩‍👩‍👧'.repeat(100)).title).toBe(`${'👩‍👩‍👧'.repeat(11)}…`)
    expect(metadataOf(`a${'\u0301'.repeat(300)}`).title.length).toBeGreaterThan(0)
  })
})

describe('the date', () => {
  it('is that of a line of its own, with its time', () => {
    expect(metadataOf('Talks begin\nPublished: 15 October 2031, 06:40\nThey began.').published).toBe(
      '2031-10-15T06:40',
    )
  })

  it('is kept in 24 hours, and its line may have the place', () => {
    const { published, dateline } = metadataOf(
      'Talks begin\n\nTORREN | Sun Feb 24, 2013 5:12pm EST\n\n(Reuters) - They began.',
    )
    expect([published, dateline]).toEqual(['2013-02-24T17:12', { place: 'TORREN', date: null }])
  })

  it('is that of the dateline where it has the year, else unknown', () => {
    expect(metadataOf(' date 2013-02-26 TORREN/ DALMERE (Reuters) - Talks began.').published).toBe(
      '2013-02-26',
    )
    const { published, dateline } = metadataOf('TORREN, March 11 (Reuters) - Talks began.')
    expect([published, dateline]).toEqual([null, { place: 'TORREN', date: null }])
  })
})

describe('the outlet', () => {
  it.each([
    ['Talks began.\n\n© 2012 Torren.example. All Rights Reserved.', 'Torren.example'],
    ['Talks began.\n\n© Neue Torrener 2031', 'Neue Torrener'],
    ['Talks began.\n\n(c) 2031 Neue Torrener. All rights reserved.', 'Neue Torrener'],
    ['Talks began.\n\nhttps://mobile.torren.example/a', 'torren.example'],
    ['Talks began.\n\nFollow us: https://twitter.com/torren', null],
    ['TORREN (The Associated Press) — Talks began.', 'AP'],
    ['TORREN (Meridian) — Talks began.', null],
  ])('in %j', (text, outlet) => expect(metadataOf(text).outlet).toBe(outlet))
})

describe('a correction', () => {
  it('changes metadata and types, and never the text', () => {
    const read = readFile('a.txt', report)
    const corrected = correct(read, {
      metadata: { title: ' Other ', outlet: null },
      blockTypes: { 0: 'subhead', 99: 'list' },
    })
    expect(corrected).toEqual({
      ...read.article,
      title: 'Other',
      outlet: null,
      blocks: read.article.blocks.map((block, i) => (i === 0 ? { ...block, type: 'subhead' } : block)),
    })
  })

  it('keeps the title where the new one is blank', () => {
    const read = readFile('a.txt', report)
    expect(correct(read, { metadata: { title: ' ' } })).toEqual(read.article)
  })
})

it('offers plain text by any name, and names the file it cannot read', () => {
  expect(importExtensions).toContain('txt')
  expect(importArticle({ name: 'story', bytes: bytesOf('Talks began.') }).ok).toBe(true)
  expect(importArticle({ name: 'in/scan.pdf', bytes: bytesOf('%PDF-1.4') })).toEqual({
    ok: false,
    error: { kind: 'not-text', file: 'in/scan.pdf' },
  })
})

it('makes of any bytes a sound article or a Problem', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ min: 9, max: 126, maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf),
  )
  fc.assert(
    fc.property(bytes, (content) => {
      const read = importArticle({ name: 'a.txt', bytes: content })
      const sound = read.ok
        ? articleSchema.safeParse(read.value.article).success && faultInBlocks(read.value.article) === null
        : ['not-text', 'empty-file'].includes(read.error.kind)
      expect(sound).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
