import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold'
import { Names } from './fuzzy'

/** Each line is an item: its name, and its aliases after it. */
const world = `
  Russia | Moscow | the Kremlin
  Sergei Lavrov | the Russian foreign minister | Moscow’s top diplomat
  Walid al-Moualem | the Syrian foreign minister
  United Nations | UN | the world body
  Zoë O’Neil
  Foreign Office of Caldria | the Foreign Office
  Сергей Лавров
  Αθήνα | η ελληνική κυβέρνηση
  Łódź
  Europe`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((name) => name.trim()))

const names = new Names(world, (item) => item)
const found = (typed: string) => names.find(typed).map(({ item }) => item[0])
const by = (typed: string) => names.find(typed)[0]?.name

it.each([
  ['Zoë O’Neil', 'zoe oneil'],
  ['al-Moualem', 'al moualem'],
  ['Сергей ЁЛКИН', 'сергеи елкин'],
  ['ΟΔΟΣ Αθήνα', 'οδοσ αθηνα'],
  ['Łódź, Straße İzmir', 'lodz strasse izmir'],
  ['  “ﬁn” ', 'fin'],
])('folds %s to %s', (given, folded) => {
  expect(fold(given)).toBe(folded)
})

describe('finds a name', () => {
  it.each([
    ['by its beginning', 'serg', 'Sergei Lavrov'],
    ['by the start of a word', 'lav', 'Sergei Lavrov'],
    ['by starts of words in their order', 'rus for min', 'Sergei Lavrov'],
    ['by words in another order', 'lavrov sergei', 'Sergei Lavrov'],
    ['by initials', 'rfm', 'Sergei Lavrov'],
    ['by beginnings put together', 'sela', 'Sergei Lavrov'],
    ['by letters inside it', 'urope', 'Europe'],
    ['with two letters swapped', 'lavorv', 'Sergei Lavrov'],
    ['with a letter missing', 'larov', 'Sergei Lavrov'],
    ['with a letter too many', 'lavvrov', 'Sergei Lavrov'],
    ['with a wrong letter', 'lavrof', 'Sergei Lavrov'],
    ['with two typos in a long word', 'diplimatt', 'Sergei Lavrov'],
    ['without its accents', 'zoe oneil', 'Zoë O’Neil'],
    ['without its stroke', 'lodz', 'Łódź'],
    ['without its hyphen', 'almoualem', 'Walid al-Moualem'],
    ['in Cyrillic', 'лавр', 'Сергей Лавров'],
    ['in Cyrillic, with a typo', 'Лаврво', 'Сергей Лавров'],
    ['in Greek, whatever the accent', 'ΑΘΗΝΑ', 'Αθήνα'],
    ['in Greek, by the start of a word', 'κυβερν', 'Αθήνα'],
  ])('%s: %s', (_, typed, name) => {
    expect(found(typed)[0]).toBe(name)
  })

  it('and says by which alias', () => {
    expect(by('top dip')).toBe('Moscow’s top diplomat')
    expect(by('kremiln')).toBe('the Kremlin')
  })
})

it('puts the better way of fitting first', () => {
  const ladder = ['Ran', 'Ranke', 'van Rank', 'Rank of Ah, Noon', 'Grand', 'Rnakvik']
  const order = new Names(ladder.toReversed(), (name) => [name])
  expect(order.find('ran').map(({ item }) => item)).toEqual([
    'Ran',
    'Rank of Ah, Noon',
    'Ranke',
    'van Rank',
    'Grand',
  ])
  expect(order.find('rank').map(({ item }) => item)).toEqual([
    'Rank of Ah, Noon',
    'Ranke',
    'van Rank',
    'Rnakvik',
    'Ran',
  ])
})

it('finds nothing by what is quite another name, and lets no typo into a short one', () => {
  expect(found('washington')).toEqual([])
  expect(found('um')).toEqual([])
})

it('gives all in their order for nothing, and for signs alone', () => {
  expect(found('')).toEqual(world.map(([name]) => name))
  expect(found(' – ')).toEqual(found(''))
  expect(names.find('', 2)).toHaveLength(2)
})

const anyText = fc.string({ unit: fc.constantFrom(...'ab éÉßς’-Σж🙂\u0301\uD800\uDC00ﬁİ한', 'Ab', ' ') })
const anyNames = fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })

describe('whatever is typed', () => {
  it('never throws, finds nothing twice, and gives the same again', () => {
    fc.assert(
      fc.property(anyNames, fc.string({ unit: 'binary' }), anyText, (list, binary, typed) => {
        for (const words of [binary, typed]) {
          const index = new Names(list, (item) => item)
          const results = index.find(words).map(({ item }) => item)
          expect(new Set(results).size).toBe(results.length)
          expect(new Names(list, (item) => item).find(words).map(({ item }) => item)).toEqual(results)
        }
      }),
    )
  })

  it('a name is found by each of its beginnings, before all names that do not begin so', () => {
    fc.assert(
      fc.property(anyNames, fc.nat(), fc.nat(), (list, which, length) => {
        const item = list[which % list.length]!
        const name = item[which % item.length]!
        const typed = name.slice(0, 1 + (length % Math.max(1, name.length)))
        if (fold(typed) === '') return
        const begins = (names: readonly string[]) => names.some((each) => fold(each).startsWith(fold(typed)))
        const results = new Names(list, (each) => each).find(typed).map(({ item: each }) => each)
        expect(results).toContain(item)
        const count = list.filter(begins).length
        expect(results.slice(0, count).every(begins)).toBe(true)
      }),
    )
  })

  it('names that fit alike stay in the order given', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 2, max: 9 }), (name, typed, copies) => {
        const list = Array.from({ length: copies }, (_, i) => ({ i }))
        const results = new Names(list, () => [name]).find(typed).map(({ item }) => item.i)
        expect(results).toEqual(results.toSorted((a, b) => a - b))
      }),
    )
  })

  it('a beginning of a text folds to a beginning of its fold', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, cut) => {
        expect(fold(text).startsWith(fold(text.slice(0, cut % (text.length + 1))))).toBe(true)
      }),
    )
  })
})

it('one name as long as a book does not make it slow', () => {
  const index = new Names(['a '.repeat(20_000) + 'b'], (name) => [name])
  const began = performance.now()
  index.find('a'.repeat(40) + 'b')
  expect(performance.now() - began).toBeLessThan(4000)
})

it('knows who is called so, and not who only might be meant', () => {
  const called = (words: string) => names.called(words).map(([name]) => name)
  expect(called('MOSCOW')).toEqual(['Russia'])
  expect(called('Mosc')).toEqual([])
  expect(called('…')).toEqual([])
})

it('finds the same whether it is typed letter by letter or all at once, or another way round', () => {
  const word = fc.constantFrom('ada', 'adam', 'reszek', 'rezek', 'the', 'minister', 'min', 'quill', 'al')
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const items = fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 12 })
  const typed = fc.array(fc.oneof(name, fc.stringMatching(/^[adeimnqrtz ]{0,6}$/)), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(items, typed, (all, sequence) => {
      const one = new Names(all, (each) => each)
      for (const words of sequence)
        for (let i = 1; i <= words.length; i++) {
          const soFar = words.slice(0, i)
          expect(one.search(soFar, 3)).toEqual(new Names(all, (each) => each).search(soFar, 3))
        }
    }),
  )
})
