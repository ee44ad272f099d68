import { describe, expect, it } from 'vitest'
import { statementColumns } from '../../data/record/query'
import { called, names, statement } from './drawn-rows.test-data'
import { cellOf, keyInWords, keyOf, rowInWords, stanceInSigns } from './names'

describe('a cell', () => {
  it('has the name of the registry, and the words of the tag where that means no entry', () => {
    expect(cellOf(statement(), 'actor', names)).toEqual({ text: 'Ilse Harrow' })
    const her = { ...called('Ilse Harrow'), words: 'the foreign secretary' }
    expect(cellOf(statement({ actor: her }), 'actor', names)).toEqual({
      text: 'Ilse Harrow',
      title: 'Ilse Harrow: “the foreign secretary”',
    })
    expect(cellOf(statement({ actor: called('a diplomat') }), 'actor', names)).toEqual({
      text: 'a diplomat',
      isSource: true,
    })
  })

  it('has all to whom it is said, and is empty where nobody is', () => {
    const both = { addressees: [called('Kestria'), called('reporters')] }
    expect(cellOf(statement(both), 'addressee', names).text).toBe('Kestria, reporters')
    expect(cellOf(statement(), 'addressee', names).text).toBe('')
  })

  it('says that the day is the article’s where the tag has none', () => {
    expect(cellOf(statement(), 'day', names)).toEqual({ text: '12 Mar' })
    expect(cellOf(statement({ said: null }), 'day', names).title).toMatch(/does not say when/)
    expect(cellOf(statement({ said: '2031-03' }), 'day', names).text).toBe('Mar 2031')
  })

  it('words the values as the codebook does, and names the article by its outlet', () => {
    expect(cellOf(statement(), 'type', names).text).toBe('Promise')
    expect(cellOf(statement(), 'article', names)).toEqual({
      text: 'Meridian 12 Mar',
      title: 'Vane stays, says Dorre',
    })
    expect(cellOf(statement(), 'annotator', names).text).toBe('Ada Quill')
  })
})

it.each([
  [1, 2, '+2'],
  [-1, 1, '−1'],
  [-1, null, '−'],
  [0, null, '0'],
] as const)('a stance of %s, %s is %s', (sign, degree, signs) => {
  expect(stanceInSigns({ sign, degree })).toBe(signs)
})

it('every column of every statement has words for its value', () => {
  const bare = statement({
    actor: null,
    article: 'gone',
    type: null,
    speech: null,
    voice: null,
    said: null,
    day: null,
  })
  for (const column of statementColumns)
    for (const row of [statement(), bare])
      expect(keyInWords(column, keyOf(row, column, names), names)).not.toBe('')
})

describe('a statement is said', () => {
  it('whole', () => {
    const whole = statement({
      position: called('front'),
      issue: 'talks',
      stance: { sign: 1, degree: 1 },
      addressees: [called('Anton Reszek')],
      sources: [called('Kestria')],
    })
    expect(rowInWords({ ...whole, position: { ...called('x'), entry: 'front' } }, names)).toBe(
      'Ilse Harrow, quoted by Kestria, 12 Mar: “Velmora would not ask the opposition to stay away”. ' +
        'Promise, indirect. Must Vane leave before talks? For the Front to say, for. ' +
        'To Anton Reszek. Meridian 12 Mar. Tagged by Ada Quill.',
    )
  })

  it('without what nobody has said', () => {
    expect(rowInWords(statement({ actor: null, type: null, speech: null }), names)).toBe(
      'Nobody named, 12 Mar: “Velmora would not ask the opposition to stay away”. Meridian 12 Mar. Tagged by Ada Quill.',
    )
  })
})
