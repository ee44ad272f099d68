import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oddText } from '../text/odd-text.test-data'
import { decode } from './decode'

const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))
const utf16le = (text: string) => [...Buffer.from(text, 'utf16le')]
const utf16be = (text: string) => [...Buffer.from(text, 'utf16le').swap16()]

const read = (bytes: Uint8Array) => {
  const decoded = decode({ name: 'a.txt', bytes })
  return decoded.ok ? decoded.value : decoded.error
}

describe('the encoding', () => {
  const text = 'Zoë 🙂 said “no” – Москва'
  it.each([
    ['UTF-8', bytesOf(text), 'utf-8', false],
    ['UTF-8 with its mark', bytesOf([0xef, 0xbb, 0xbf], text), 'utf-8', true],
    ['UTF-16, little end first', bytesOf([0xff, 0xfe], utf16le(text)), 'utf-16le', true],
    ['UTF-16, big end first', bytesOf([0xfe, 0xff], utf16be(text)), 'utf-16be', true],
    ['UTF-16 without its mark', bytesOf(utf16le(text)), 'utf-16le', false],
    ['UTF-16 without its mark, big end first', bytesOf(utf16be(text)), 'utf-16be', false],
  ])('is seen to be %s', (_, bytes, encoding, byteOrderMark) => {
    expect(read(bytes)).toEqual({ text, encoding, byteOrderMark, newlines: 'none' })
  })

  it('is seen to be UTF-16 in Cyrillic too, where only spaces have NULs', () => {
    const words = 'Министр сказал, что переговоры продолжатся в понедельник. '.repeat(3)
    expect(read(bytesOf(utf16le(words)))).toMatchObject({ text: words, encoding: 'utf-16le' })
  })

  it('is Windows-1252 where it is not UTF-8, with its quotation marks right', () => {
    const bytes = bytesOf([0x93], 'Zo', [0xeb], ' said ', [0x80], '5 ', [0x96, 0x97, 0x85], [0x94])
    expect(read(bytes)).toMatchObject({ text: '“Zoë said €5 –—…”', encoding: 'windows-1252' })
  })

  it('stays UTF-8 where one character at the end is cut off', () => {
    const whole = bytesOf('“Déjà vu”, said Zoë in “Málaga” – “olé” and “años”')
    const decoded = read(whole.slice(0, -1))
    expect(decoded).toMatchObject({ encoding: 'utf-8' })
    expect('text' in decoded && decoded.text.endsWith('años\uFFFD')).toBe(true)
  })
})

describe('newlines', () => {
  it.each([
    ['a b', 'a b', 'none'],
    ['a\nb\n', 'a\nb\n', 'lf'],
    ['a\r\nb\r\n', 'a\nb\n', 'crlf'],
    ['a\rb', 'a\nb', 'cr'],
    ['a\r\n\rb\n', 'a\n\nb\n', 'mixed'],
    ['a\u2028b\u0085c\fd  ', 'a\u2028b\u0085c\fd  ', 'none'],
  ])('in %j', (given, text, newlines) => {
    expect(read(bytesOf(given))).toMatchObject({ text, newlines })
  })
})

describe('a file that is no text', () => {
  it.each([
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj')],
    ['a Word file', bytesOf('PK', [3, 4], 'word')],
    ['a picture', bytesOf([0x89], 'PNG\r\n')],
    ['a web page', bytesOf('\n<!DOCTYPE html><p>Hello')],
    ['one with NULs', bytesOf('abc', [0], 'def')],
    ['one full of control characters', bytesOf([1, 2, 3], 'abc')],
  ])('is refused: %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ kind: 'not-text', file: 'a.txt' })
  })

  it.each(['', ' \r\n\t ', '\uFEFF', '\uFEFF \n'])('or has nothing in it: %j', (text) => {
    expect(read(bytesOf(text))).toEqual({ kind: 'empty-file', file: 'a.txt' })
  })

  it('or is over 20 MB', () => {
    const limit = 20 * 1024 * 1024
    expect(read(new Uint8Array(limit + 1))).toEqual({
      kind: 'too-large',
      file: 'a.txt',
      bytes: limit + 1,
      limit,
    })
    expect(read(new Uint8Array(limit).fill(97))).toMatchObject({ encoding: 'utf-8' })
  })
})

describe('any text', () => {
  const wellFormed = oddText.map((text) => `Zoë ${Buffer.from(text.replace(/\p{Cc}/gu, '')).toString()}`)

  it.each([
    ['UTF-8', (text: string) => bytesOf(text)],
    ['UTF-8 with mark', (text: string) => bytesOf('\uFEFF', text)],
    ['UTF-16LE with mark', (text: string) => bytesOf(utf16le(`\uFEFF${text}`))],
    ['UTF-16BE with mark', (text: string) => bytesOf(utf16be(`\uFEFF${text}`))],
  ])('comes back from %s', (_, encode) => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(read(encode(text))).toMatchObject({ text })
      }),
    )
  })

  it('comes back from Windows-1252 as that has its characters', () => {
    const latin = fc.array(fc.integer({ min: 0xa1, max: 0xff }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(latin, (codes) => {
        const text = codes.map((code) => `${String.fromCharCode(code)} a`).join('')
        expect(read(Uint8Array.from([...text].map((c) => c.charCodeAt(0))))).toMatchObject({ text })
      }),
    )
  })
})

it('agrees with the platform on UTF-8, and with no encoding throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const decoded = read(bytes)
      const platforms = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
      const isUtf8 = 'encoding' in decoded && decoded.encoding === 'utf-8'
      expect(isUtf8 ? decoded.text : platforms).toBe(platforms)
    }),
    { numRuns: 1000 },
  )
})

it('reads broken UTF-8 as the platform does', () => {
  const long = [...Buffer.from('“é🙂” '.repeat(30))]
  const pieces = fc.constantFrom('80', 'c3', 'e28080', 'eda080', 'f09f99', 'c0af', 'f4908080', 'e0809f', '41')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 4 }), (broken) => {
      const bytes = bytesOf(long, [...Buffer.from(broken.join(''), 'hex')], long)
      expect(read(bytes)).toMatchObject({ encoding: 'utf-8', text: new TextDecoder().decode(bytes) })
    }),
  )
})
