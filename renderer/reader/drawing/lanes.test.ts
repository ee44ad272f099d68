import { describe, expect, it } from 'vitest'
import { gutterFor, lanesOf, lanesThatFit, TIGHT, WIDE } from './lanes'

/**
 * A line of text with its tags under it, one row a tag, in lane order:
 *
 *     the minister said
 *     ===               the
 *     ============      the minister
 */
function drawn(rows: readonly string[]) {
  const segments = rows.flatMap((row) => {
    const tag = row.trim().split(/\s+/).at(-1)!
    return [...row.matchAll(/=+/g)].map(({ index, 0: line }) => ({
      tag,
      x0: index * 10,
      x1: (index + line.length) * 10,
    }))
  })
  return Object.fromEntries(lanesOf(segments))
}

describe('the lanes of a line', () => {
  it('are one where tags lie beside each other', () => {
    expect(drawn(['===        a', '    ===    b'])).toEqual({ a: 1, b: 1 })
  })

  it('put a tag inside another nearer to the words', () => {
    expect(drawn(['   ===     inner', '==========  outer'])).toEqual({ inner: 1, outer: 2 })
  })

  it('are two where tags cross', () => {
    expect(drawn(['=====     a', '   =====  b'])).toEqual({ a: 1, b: 2 })
  })

  it('give identical tags one each, in the order they come', () => {
    expect(drawn(['====  actor', '====  position', '====  claim'])).toEqual({
      actor: 1,
      position: 2,
      claim: 3,
    })
  })

  it('keep a tag outside of what stands inside it even where lower lanes are free', () => {
    expect(drawn(['==        a', '=====     b', '   =====  c'])).toEqual({ a: 1, b: 2, c: 3 })
  })

  it('keep the parts of one tag in one lane, and its gap free', () => {
    expect(drawn(['   ==     inside', '==     == parts'])).toEqual({ inside: 1, parts: 2 })
  })

  it('let tags that touch share a lane', () => {
    expect(drawn(['====      a', '    ====  b'])).toEqual({ a: 1, b: 1 })
  })
})

describe('the room between two lines of text', () => {
  it.each([
    { type: 18, leading: 30, wide: 3, tight: 3 },
    { type: 18, leading: 34, wide: 4, tight: 5 },
    { type: 20, leading: 38, wide: 4, tight: 5 },
    { type: 18, leading: 40, wide: 5, tight: 7 },
  ])('holds $wide lanes at 4 px and $tight at 3 px for $type px type $leading px apart', (measures) => {
    const size = { size: measures.type, leading: measures.leading }
    expect(lanesThatFit(size, WIDE)).toBe(measures.wide)
    expect(lanesThatFit(size, TIGHT)).toBe(measures.tight)
  })

  const gutter = (under: number, over: number) => {
    const { pitch, ...room } = gutterFor(under, over, { size: 18, leading: 34 })
    return `${room.under} under, ${room.over} over, ${pitch} px`
  }

  it('tightens only when it must', () => {
    expect(gutter(4, 0)).toBe('5 under, 1 over, 4 px')
    expect(gutter(5, 0)).toBe('5 under, 1 over, 3 px')
  })

  it('is shared with what stands above the next line', () => {
    expect(gutter(2, 2)).toBe('3 under, 3 over, 4 px')
    expect(gutter(3, 2)).toBe('3 under, 2 over, 3 px')
    expect(gutter(6, 1)).toBe('4 under, 1 over, 3 px')
    expect(gutter(1, 6)).toBe('3 under, 4 over, 3 px')
    expect(gutter(6, 6)).toBe('3 under, 2 over, 3 px')
  })
})
