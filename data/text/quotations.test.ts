import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oddText } from './odd-text.test-data'
import { quotationAround, quotationsIn } from './quotations'

/** Lines are blocks. */
const blocksOf = (text: string) => {
  let at = 0
  return text.split('\n').map((line) => {
    const block = { start: at, end: at + line.length }
    at = block.end + 1
    return block
  })
}
const quotations = (text: string) =>
  quotationsIn(text, blocksOf(text)).map(({ start, end }) => text.slice(start, end))

describe('the quotations of a text', () => {
  it.each([
    ['He said “no” and “never”.', ['“no”', '“never”']],
    ['He said "no" and "never".', ['"no"', '"never"']],
    ['He said "it’s the ministers\' affair".', ['"it’s the ministers\' affair"']],
    ['called a "really serious session.”', ['"really serious session.”']],
    ['“He told us ‘go home’, and we did.”', ['“He told us ‘go home’, and we did.”', '‘go home’']],
    ['“He called it a "farce" again.”', ['“He called it a "farce" again.”', '"farce"']],
    ["'Go home,' he said. The ministers' staff didn't.", ["'Go home,'"]],
    ['Er sagte: „Das ist ‚gut‘.“ Sie: »Nein«.', ['„Das ist ‚gut‘.“', '‚gut‘', '»Nein«']],
    ['Il a dit : « Jamais », puis «oui».', ['« Jamais »', '«oui»']],
    ['"Yes"—"no"', ['"Yes"', '"no"']],
    ['The ministers’ rock ’n’ roll of the ‘90s', []],
  ])('in %s', (text, found) => {
    expect(quotations(text)).toEqual(found)
  })

  it('runs over paragraphs that open it again, and ends where it is closed', () => {
    const speech = '“We waited.\n“Nobody came,” he said.'
    expect(quotations(`He said: ${speech}`)).toEqual(['“We waited.\n“Nobody came,”'])
    expect(quotations('"One.\n"Two.\n"Three." So he said.')).toEqual(['"One.\n"Two.\n"Three."'])
  })

  it('opens nothing with a mark that is never closed', () => {
    expect(quotations('A 5" gun and “a mark left open.\nThen “this” came.')).toEqual(['“this”'])
  })
})

it('gives the innermost quotation around, then the one around that', () => {
  const text = 'So “he said ‘go home’ to us” it is.'
  const all = quotationsIn(text, blocksOf(text))
  const at = text.indexOf('home')
  const inner = quotationAround(all, { start: at, end: at })!
  expect(text.slice(inner.start, inner.end)).toBe('‘go home’')
  const outer = quotationAround(all, inner)!
  expect(text.slice(outer.start, outer.end)).toBe('“he said ‘go home’ to us”')
  expect(quotationAround(all, outer)).toBeNull()
})

it('nests or parts any two quotations of any text', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(oddText, fc.constantFrom(...'"“”‘’\'„«» \n')), { maxLength: 12 })
        .map((parts) => parts.join('')),
      (text) => {
        const all = quotationsIn(text, blocksOf(text))
        for (const a of all)
          for (const b of all) {
            const apart = a.end <= b.start || b.end <= a.start
            const nested = (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end)
            expect(apart || nested).toBe(true)
          }
      },
    ),
  )
})
