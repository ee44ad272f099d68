import { describe, expect, it } from 'vitest'
import { firstPreferences } from '../../electron/ipc/preferences'
import { leadingFor, LETTERS, propertiesFor, sizeFrom, typeSizes } from './reading-type'

const { reading } = firstPreferences

/** Lanes that fit between two lines of words, a line of 2 px and 1 px of air being the last. */
const lanes = (size: number, leading: number, pitch: 3 | 4) =>
  Math.floor((leading - LETTERS * size - 3) / pitch) + 1

describe('leading', () => {
  it('is that of the look for 18 px, and for 20 px in large windows', () => {
    expect((['tight', 'normal', 'loose'] as const).map((leading) => leadingFor(18, leading))).toEqual([
      30, 34, 40,
    ])
    expect(leadingFor(20, 'normal')).toBe(38)
  })

  it.each(typeSizes)('has room for as many lanes at %d px as at 18', (size) => {
    expect(lanes(size, leadingFor(size, 'tight'), 4)).toBeGreaterThanOrEqual(3)
    expect(lanes(size, leadingFor(size, 'normal'), 4)).toBeGreaterThanOrEqual(4)
    expect(lanes(size, leadingFor(size, 'normal'), 3)).toBeGreaterThanOrEqual(5)
    expect(lanes(size, leadingFor(size, 'loose'), 4)).toBeGreaterThanOrEqual(5)
  })

  it.each(typeSizes)('is a whole, even number of pixels at %d px', (size) => {
    for (const leading of ['tight', 'normal', 'loose'] as const) expect(leadingFor(size, leading) % 2).toBe(0)
  })
})

describe('the properties of the sheet', () => {
  it('are none as delivered, so that the window decides', () => {
    expect(propertiesFor(reading, false)).toEqual({})
    expect(propertiesFor(reading, true)).toEqual({})
  })

  it('follow a chosen size in everything', () => {
    expect(propertiesFor({ ...reading, size: 24 }, false)).toEqual({
      '--s-read': '24px',
      '--s-read-lh': '46px',
      '--s-note': '20.5px',
      '--s-note-lh': '42px',
      '--s-head': '36px',
      '--s-head-lh': '52px',
      '--measure': '800px',
    })
  })

  it('take the size that the window suggests for what depends on it', () => {
    expect(propertiesFor({ ...reading, leading: 'loose' }, false)).toMatchObject({ '--s-read-lh': '40px' })
    expect(propertiesFor({ ...reading, leading: 'loose' }, true)).toMatchObject({ '--s-read-lh': '46px' })
  })

  it('give words further apart longer lines', () => {
    expect(propertiesFor({ ...reading, spacing: 'wide' }, false)).toEqual({ '--measure': '696px' })
  })
})

it('goes a size up and down, and stops at the ends', () => {
  expect([sizeFrom(18, 1), sizeFrom(18, -1), sizeFrom(16, -1), sizeFrom(24, 1)]).toEqual([20, 16, 16, 24])
})
