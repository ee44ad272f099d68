import { expect, it } from 'vitest'
import { measuredOf, quantile, type Round } from './rounds'

/** A round in which everything took `ms`. */
const round = (ms: number, rest: Partial<Round> = {}): Round => ({
  openMs: ms,
  firstScreenMs: ms,
  longestTaskMs: ms,
  openMainThreadMs: ms,
  heapMb: 1,
  tags: [{ ms, mainThreadMs: ms }],
  untags: [{ ms, mainThreadMs: ms }],
  hoverMs: [ms],
  frameMs: [ms],
  resizeMs: [ms],
  overlayOffPx: 0,
  ...rest,
})

it('compares with the floor of the same round, so that what slows both falls out', () => {
  const { open, tag } = measuredOf([round(20), round(200), round(60)], [round(10), round(100), round(20)])
  expect(open).toMatchObject({ ms: 60, min: 20, max: 200, values: [20, 200, 60], floorMs: 20, ratio: 2 })
  expect(tag).toMatchObject({ ratio: 2, p95: { ratio: 2 }, mainThread: { ratio: 2 } })
})

it('takes the middle and the 95th percentile inside a round, then the middle of the rounds', () => {
  const tags = Array.from({ length: 20 }, (_, i) => ({ ms: i + 1, mainThreadMs: 1 }))
  const { tag } = measuredOf([round(1, { tags })], [round(5)])
  expect(tag).toMatchObject({ ms: 10, ratio: 2, p95: { ms: 19, ratio: 3.8 }, mainThread: { ms: 1 } })
})

it('counts frames of a hundred that came late', () => {
  const frameMs = [16.7, 16.6, 33.3, 16.7]
  expect(measuredOf([round(1, { frameMs })], null)).toMatchObject({
    lateFrames: { ms: 25 },
    longestFrameMs: { ms: 33.3 },
  })
})

it('leaves out what a reader never could do, and takes ratios where both have a value', () => {
  const slow = measuredOf([round(20, { tags: [] }), round(30, { tags: [] })], [round(10), round(10)])
  expect(slow.tag).toBeNull()
  expect(slow.untag).toMatchObject({ ratio: 2.5 })
  expect(measuredOf([round(20, { tags: [] }), round(30)], [round(10), round(10)]).tag).toMatchObject({
    ms: 30,
    ratio: 3,
  })
  expect(measuredOf([round(20)], null).open).toMatchObject({ floorMs: null, ratio: null })
})

it('says how far the drawing was off in the worst round', () => {
  const rounds = [round(1, { overlayOffPx: 0 }), round(1, { overlayOffPx: 2 }), round(1)]
  expect(measuredOf(rounds, null).overlayOffPx).toBe(2)
  expect(measuredOf([round(1, { overlayOffPx: null })], null).overlayOffPx).toBeNull()
})

it('has no quantile of nothing', () => {
  expect(quantile([], 0.5)).toBeNull()
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
})
