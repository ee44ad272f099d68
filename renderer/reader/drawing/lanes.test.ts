import { describe, expect, it } from 'vitest'
import { lanesOf } from './lanes'

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
