import { expect, it } from 'vitest'
import { fittingBounds } from './bounds'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const beside = { x: 1440, y: 0, width: 2560, height: 1440 }

it('opens where it was', () => {
  const kept = { x: 1600, y: 40, width: 1400, height: 1000 }
  expect(fittingBounds(kept, [laptop, beside])).toEqual(kept)
})

it('comes back to the middle of the first screen when its screen is gone', () => {
  const kept = { x: 1600, y: 40, width: 1400, height: 1000 }
  expect(fittingBounds(kept, [laptop])).toEqual({ width: 1400, height: 900 })
})

it('comes back when only its edge would show, or its title bar would not', () => {
  expect(fittingBounds({ x: 1400, y: 0, width: 800, height: 600 }, [laptop])).not.toHaveProperty('x')
  expect(fittingBounds({ x: 0, y: -300, width: 800, height: 600 }, [laptop])).not.toHaveProperty('x')
  expect(fittingBounds({ x: 0, y: 890, width: 800, height: 600 }, [laptop])).not.toHaveProperty('x')
})

it('is never smaller than can be worked in', () => {
  expect(fittingBounds({ x: 0, y: 0, width: 10, height: 10 }, [laptop])).toMatchObject({
    width: 640,
    height: 480,
  })
})

it('has a size of its own at first', () => {
  expect(fittingBounds(null, [laptop])).toEqual({ width: 1280, height: 840 })
})
