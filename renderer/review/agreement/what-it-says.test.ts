import { expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { layer } from './drawn-figures.test-data'
import { rowOf } from './layers'
import { sayingsOf, type Known } from './what-it-says'

const said = (figures: ReturnType<typeof layer>, choices: Known['choices'] = null) =>
  sayingsOf(rowOf(figures, builtInCodebook)!, { choices })

const certainties = [
  { value: 'certain', count: 136 },
  { value: 'probable', count: 0 },
  { value: 'possible', count: 0 },
]

it('says of a choice that nobody varied what was not put to the test', () => {
  const { can, cannot } = said(layer('attribute:certainty', 68, 1, { alpha: 'one-value' }), certainties)
  expect(can).toEqual([
    'They have the same for 100\u202f% of 68 matched claims (95\u202f% interval .95 – 1, as if each had been drawn for itself).',
  ])
  expect(cannot[0]).toBe(
    'That they would tell certain from probable or possible: nothing in these articles put it to the test.',
  )
})

it('says between which ends the figure lies, and over which lines it reaches', () => {
  const { can, cannot } = said(layer('position', 138, 0.78, { alpha: [0.61, 0.71, 0.83] }))
  expect(can.at(-1)).toBe(
    'α is .71. Of up to 2,000 draws of whole articles, 95\u202f% gave a figure between .61 and .83.',
  )
  expect(cannot[0]).toBe(
    'On which side of the lines at .67 and .8 other articles would put it: the interval reaches over them.',
  )
})

it('gives no interval to shares of characters, which nobody draws one by one', () => {
  const { can } = said(layer('units:*', 41_206, 0.94, { alphaU: [0.61, 0.68, 0.74] }))
  expect(can[0]).toBe('They have the same for 94\u202f% of 41,206 characters.')
})

it('explains why α and AC1 are far apart', () => {
  const speech = layer('attribute:speech', 68, 0.93, { alpha: [0.02, 0.38, 0.72], ac1: 0.92 })
  const choices = [
    { value: 'indirect', count: 128 },
    { value: 'direct', count: 8 },
  ]
  expect(said(speech, choices).alsoLook[0]).toBe(
    '93\u202f% are the same, yet α is .38 and AC1 .92, because 94\u202f% of all choices are “indirect”.',
  )
  expect(said(layer('label', 10, 0.9, { alpha: 0.9, ac1: 0.92 })).alsoLook).toEqual([])
})

it('says of F1 that chance is in it, of few articles that they are few, and never who is right', () => {
  const { cannot } = said(layer('links', 12, 0.5, { f1: 0.7 }))
  expect(cannot).toEqual([
    'How it would be in other articles: these are too few to draw an interval from.',
    'How much of it chance would give: F1 does not take chance off.',
    'Anything of links between tags that are not matched.',
    'Which of them is right.',
  ])
})

it('says of stretches of whom and on how many articles γ is told, where it is not', () => {
  const about = (figures: Parameters<typeof layer>[3]) =>
    said(layer('units:*', 41_206, 0.94, figures)).alsoLook
  expect(about({ alphaU: 0.68 })).toEqual([
    expect.stringMatching(/^γ.* two people on 200 articles at most, and of up to 5 on 50/),
  ])
  expect(about({ alphaU: 0.68, gamma: 0.6 })).toEqual([])
})

it('says of stretches of all tags that γ alone counts their labels, where it is told', () => {
  const left = (name: string, figures: Parameters<typeof layer>[3]) =>
    said(layer(name, 41_206, 0.94, figures)).cannot.filter((each) => each.startsWith('Whether they mean'))
  const places = 'Whether they mean the same by a tag: only where tags lie counts here'
  expect(left('units:*', { alphaU: 0.68, gamma: 0.6 })).toEqual([`${places}, and for γ their labels.`])
  expect(left('units:*', { alphaU: 0.68 })).toEqual([`${places}.`])
  expect(left('units:claim', { alphaU: 0.68, gamma: 0.6 })).toEqual([`${places}.`])
})
