import { expect, it } from 'vitest'
import { faultInBlocks } from '../model/article'
import { LARGEST_FILE } from './decode'
import { readArticle } from './read-article'

/** A file of nearly 20 MB that says the same over and over. */
const filled = (piece: string) => {
  const bytes = new TextEncoder().encode(piece)
  const whole = new Uint8Array(LARGEST_FILE - (LARGEST_FILE % bytes.length))
  for (let at = 0; at < whole.length; at += bytes.length) whole.set(bytes, at)
  return whole
}

// A search that is not linear takes minutes or hours on these; the limit leaves room for a slow machine.
it.each([
  [
    'a report',
    'The minister said on Monday that the road was open, and that it would stay open for a week.\n',
  ],
  ['a hard-wrapped report', `${'The minister said on Monday that the road\n'.repeat(9)}was open.\n\n`],
  ['one line without spaces', 'a'],
  ['one line of spaces and words', 'By A '],
  ['lines of one letter', 'a\n'],
  ['lines of white space', ' \t\n\n x'],
  ['brackets', '(L) '],
  ['numbers', '1. 2031-03-12 '],
  ['accents', '\u0301'],
])(
  'reads 20 MB of %s without delay',
  (_, piece) => {
    const started = performance.now()
    const read = readArticle({ name: 'long.txt', bytes: filled(piece) })
    const took = performance.now() - started
    expect(read.ok && faultInBlocks(read.value.article)).toBeNull()
    expect(took).toBeLessThan(8_000)
  },
  60_000,
)
