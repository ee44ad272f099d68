import type { Unit } from './unit'

/**
 * Units as chance would have them, on the same text (Mathet, Widlöcher and Métivier 2015, section 5.2): each observer gets the units of
 * one drawn from all, with replacement, moved along the text by a random step; what leaves at the end comes in at the beginning. So the
 * units keep their number, lengths, values and the distances between them, and lose only what two observers had in common. Steps are
 * at least half a unit's mean length apart, round the text, as long as there is room: or the same units would come to lie on
 * themselves. When only empty ones were drawn it is drawn again.
 */
export function shuffled(
  length: number,
  observers: readonly (readonly Unit[])[],
  random: () => number,
): Unit[][] {
  const all = observers.flat()
  if (all.length === 0) return observers.map(() => [])
  const apart = all.reduce((sum, { start, end }) => sum + end - start, 0) / all.length / 2
  for (;;) {
    const steps: number[] = []
    const drawn = observers.map(() => {
      const whose = observers[Math.floor(random() * observers.length)]!
      const step = stepAwayFrom(steps, length, apart, random)
      steps.push(step)
      return whose
        .map(({ start, end, value }) => {
          const by = start + step >= length ? step - length : step
          return { start: start + by, end: end + by, value }
        })
        .toSorted((a, b) => a.start - b.start)
    })
    if (drawn.some((units) => units.length > 0)) return drawn
  }
}

/** How often a step is drawn again that is too near to another. */
const tries = 50

function stepAwayFrom(
  others: readonly number[],
  length: number,
  apart: number,
  random: () => number,
): number {
  let step = 0
  for (let attempt = 0; attempt < tries; attempt++) {
    step = Math.floor(random() * length)
    const isNear = others.some((other) => {
      const between = Math.abs(step - other)
      return Math.min(between, length - between) < apart
    })
    if (!isNear) return step
  }
  return step
}
