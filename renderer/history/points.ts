import type { MyStep, MySteps } from '../../data/store/views'

/** A moment among my steps: right after one of them, or before all that are listed. */
export interface Point {
  /** The step that was the last one then; `null` before all of them. */
  readonly step: MyStep | null
  /** It was taken back since. */
  readonly isUndone: boolean
  /** How many steps back (negative) or forward it is from where I stand. 0 is where I stand. */
  readonly away: number
}

/** Every point that undo and redo lead to, the latest first. */
export function pointsOf({ done, undone }: MySteps): Point[] {
  return [
    ...undone.map((step, i): Point => ({ step, isUndone: true, away: i + 1 })).toReversed(),
    // With `- i` the first would be -0, which is not 0 to everybody.
    ...done.map((step, i): Point => ({ step, isUndone: false, away: 0 - i })),
    { step: null, isUndone: false, away: 0 - done.length },
  ]
}

/** "Go back 3 steps", "Go forward 1 step". */
export const wayInWords = (away: number): string => {
  const steps = Math.abs(away)
  return `Go ${away < 0 ? 'back' : 'forward'} ${steps} ${steps === 1 ? 'step' : 'steps'}`
}
