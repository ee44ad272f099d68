import fc from 'fast-check'
import { expect, it } from 'vitest'
import { oddText } from '../../text/odd-text.test-data'
import { fold } from '../../text/fold'
import { wordPrint, wordsSought } from './word-print'

const may = (text: string, words: string): boolean => wordsSought(words)(wordPrint(text))

it('has the words of a text, whatever their case, accents and order', () => {
  expect(may('The Café’s SECRET\ntreaty.', 'secret treaty')).toBe(true)
  expect(may('The treaty, a secret one', 'Secret Tréaty')).toBe(true)
  expect(may('The treaty', 'secret treaty')).toBe(false)
})

it('says nothing of no words, and a text without words has none', () => {
  expect(may('The treaty', ' … ')).toBe(false)
  expect(may('', 'treaty')).toBe(false)
})

it('never denies words that are there', () => {
  fc.assert(
    fc.property(fc.array(oddText, { maxLength: 8 }), fc.nat(7), (texts, at) => {
      const words = texts[at] ?? ''
      fc.pre(fold(words) !== '')
      expect(may(texts.join(' '), words)).toBe(true)
    }),
  )
})

it('claims one of a hundred words that are not there, and takes ten bits a word', () => {
  const text = Array.from({ length: 1_000 }, (_, i) => `there${i}`).join(' ')
  const print = wordPrint(text)
  expect(print.length).toBe(1_250)
  const wrong = Array.from({ length: 10_000 }, (_, i) => `elsewhere${i}`).filter((word) =>
    wordsSought(word)(print),
  )
  expect(wrong.length).toBeGreaterThan(20)
  expect(wrong.length).toBeLessThan(250)
})
