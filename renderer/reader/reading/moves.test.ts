import { describe, expect, it } from 'vitest'
import { Units } from '../../../data/text/units'
import { extended, grown, moved, shrunk, snapped, spanOf, type Picked } from './moves'

/** "he [said| so": selected from `[` to `|`, the end that moves; a lone `|` is a caret. */
function drawn(drawing: string): { text: string; picked: Picked } {
  const text = drawing.replace(/[[|]/g, '')
  const focus = drawing.replace('[', '').indexOf('|')
  const bracket = drawing.replace('|', '').indexOf('[')
  return { text, picked: { anchor: bracket < 0 ? focus : bracket, focus } }
}

const unitsOf = (text: string) => new Units(text, [{ start: 0, end: text.length }])

const picture = (text: string, { anchor, focus }: Picked): string => {
  const marks =
    anchor === focus
      ? [[focus, '|']]
      : [
          [anchor, '['],
          [focus, '|'],
        ]
  return marks
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .reduce((drawing, [at, mark]) => drawing.slice(0, Number(at)) + mark + drawing.slice(Number(at)), text)
}

describe('the caret', () => {
  it.each([
    ['|Ada met Zoë.', 'Ada |met Zoë.'],
    ['Ada |met Zoë.', 'Ada met |Zoë.'],
    ['Ada m|et Zoë.', 'Ada met |Zoë.'],
    ['Ada met |Zoë.', 'Ada met Zoë.|'],
  ])('goes to the next word: %s', (before, after) => {
    const { text, picked } = drawn(before)
    expect(picture(text, moved(unitsOf(text), picked, 'word', 1))).toBe(after)
  })

  it('goes back to the start of the word, then to the one before', () => {
    const { text, picked } = drawn('Ada me|t Zoë.')
    const once = moved(unitsOf(text), picked, 'word', -1)
    expect(picture(text, once)).toBe('Ada |met Zoë.')
    expect(picture(text, moved(unitsOf(text), once, 'word', -1))).toBe('|Ada met Zoë.')
  })

  it('passes an emoji in one step', () => {
    const { text, picked } = drawn('so |👩‍👩‍👧!')
    expect(picture(text, moved(unitsOf(text), picked, 'character', 1))).toBe('so 👩‍👩‍👧|!')
  })
})

describe('the selection', () => {
  it.each([
    ['|Ada met Zoë.', 1, '[Ada| met Zoë.'],
    ['[Ada| met Zoë.', 1, '[Ada met| Zoë.'],
    ['[Ada met| Zoë.', -1, '[Ada| met Zoë.'],
    ['Ada met| Zoë.', -1, 'Ada |met[ Zoë.'],
    ['Ada |met[ Zoë.', -1, '|Ada met[ Zoë.'],
    ['|Ada met[ Zoë.', 1, 'Ada |met[ Zoë.'],
  ] as const)('of %s, a word further by %d, is %s', (before, step, after) => {
    const { text, picked } = drawn(before)
    expect(picture(text, extended(unitsOf(text), picked, 'word', step))).toBe(after)
  })

  it('grows to the word, the clause, the sentence and the paragraph, and shrinks the same way', () => {
    const { text, picked } = drawn('If n|o, he said. She left.')
    const units = unitsOf(text)
    const sizes: Picked[] = []
    for (let next = grown(units, picked); next; next = grown(units, next)) sizes.push(next)
    const words = (size: Picked) => text.slice(spanOf(size).start, spanOf(size).end)
    expect(sizes.map(words)).toEqual(['no', 'If no', 'If no, he said.', 'If no, he said. She left.'])
    const back: Picked[] = []
    for (let next = shrunk(units, sizes.at(-1)!); next; next = shrunk(units, next)) back.push(next)
    expect(back.map(words)).toEqual(['If no, he said.', 'If no', 'If'])
  })

  it('grows from before a word to that word', () => {
    const { text, picked } = drawn('He |said no.')
    expect(picture(text, grown(unitsOf(text), picked)!)).toBe('He [said| no.')
  })

  it.each([
    ['the [mini|ster said', 'the [minister| said'],
    ['the mini|ster[ said', 'the |minister[ said'],
    ['the[ minister |said', 'the [minister| said'],
    ['the[ |minister', 'the |minister'],
  ])('of a drag snaps to words: %s', (before, after) => {
    const { text, picked } = drawn(before)
    expect(picture(text, snapped(text, picked.anchor, picked.focus))).toBe(after)
  })
})
