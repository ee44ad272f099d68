import { describe, expect, it } from 'vitest'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import { actor, answerTo } from '../statements/drawn.test-data'
import { commandsFor, effectOf, type BulkChange, type PickedTag } from './plan'

const registry = [
  actor('Pell'),
  { ...actor('D. Pell'), into: 'Pell' },
  ...answerTo('Must it go?', 'It stays'),
]
const known = { codebook, registry }

const tag = (id: string, label: string, means: string | null = null, article = 'a'): PickedTag => ({
  id,
  article,
  label,
  means,
  words: id,
})
const tags = [tag('x', 'actor', 'D. Pell'), tag('y', 'claim'), tag('z', 'actor', null, 'b')]

const effects = (change: BulkChange) => tags.map((each) => `${each.id} ${effectOf(known, each, change)}`)

describe('a change of many tags', () => {
  it('says what it is for', () => {
    expect(effects({ is: 'label', label: 'actor' })).toEqual(['x is-so', 'y changes', 'z is-so'])
    // A merged entry counts as what it was merged into, and a claim does not mean an actor.
    expect(effects({ is: 'means', means: 'Pell' })).toEqual(['x is-so', 'y unfit', 'z changes'])
    expect(effects({ is: 'means', means: null })).toEqual(['x changes', 'y is-so', 'z is-so'])
    expect(effects({ is: 'attribute', attribute: 'speech', value: 'direct' })).toEqual([
      'x unfit',
      'y changes',
      'z unfit',
    ])
    expect(effects({ is: 'attribute', attribute: 'speech', value: 'sung' })).toEqual([
      'x unfit',
      'y unfit',
      'z unfit',
    ])
  })

  it('changes those alone', () => {
    expect(commandsFor(known, tags, { is: 'means', means: 'Pell' })).toEqual([
      { do: 'mean', article: 'b', annotation: 'z', means: 'Pell' },
    ])
    expect(commandsFor(known, tags, { is: 'delete' })).toEqual([
      { do: 'delete', article: 'a', annotations: ['x', 'y'] },
      { do: 'delete', article: 'b', annotations: ['z'] },
    ])
  })
})
