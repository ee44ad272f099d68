import { describe, expect, it } from 'vitest'
import { extended, grown, moved, snapped, spanOf, type Picked } from './moves'

/** "he [said| so": selected from `[` to `|`, the end that moves; a lone `|` is a caret. */
function drawn(drawing: string): { text: string; picked: Picked } {
  const text = drawing.replace(/[[|]/g, '')
  const focus = drawing.replace('[', '').indexOf('|')
  const bracket = drawing.replace('|', '').indexOf('[')
  return { text, picked: { anchor: bracket < 0 ? focus : bracket, focus } }
}

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
    expect(picture(text, moved(text, picked, 'word', 1))).toBe(after)
  })

  it('goes back to the start of the word, then to the one before', () => {
    const { text, picked } = drawn('Ada me|t Zoë.')
    const once = moved(text, picked, 'word', -1)
    expect(picture(text, once)).toBe('Ada |met Zoë.')
    expect(picture(text, moved(text, once, 'word', -1))).toBe('|Ada met Zoë.')
  })

  it('passes an emoji in one step', () => {
    const { text, picked } = drawn('so |👩‍👩‍👧!')
    expect(picture(text, moved(text, picked, 'character', 1))).toBe('so 👩‍👩‍👧|!')
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
    expect(picture(text, extended(text, picked, 'word', step))).toBe(after)
  })

  it('grows to the word, the sentence and the paragraph', () => {
    const { text, picked } = drawn('He said n|o. She left.')
    const paragraph = { start: 0, end: text.length }
    const sizes = [picked]
    for (let i = 0; i < 4; i++) sizes.push(grown(text, sizes.at(-1)!, paragraph))
    expect(sizes.map((size) => text.slice(spanOf(size).start, spanOf(size).end).trim())).toEqual([
      '',
      'no',
      'He said no.',
      'He said no. She left.',
      'He said no. She left.',
    ])
  })

  it('grows from before a word to that word', () => {
    const { text, picked } = drawn('He |said no.')
    expect(picture(text, grown(text, picked, { start: 0, end: text.length }))).toBe('He [said| no.')
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
