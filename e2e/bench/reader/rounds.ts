import { ratioTo, summaryOf } from '../statistics'

/**
 * What one reader took in one round, in a process of its own. Milliseconds, unless said otherwise. A list is empty
 * where a rival could not do it.
 */
export interface Round {
  readonly openMs: number
  readonly firstScreenMs: number
  readonly longestTaskMs: number
  readonly openMainThreadMs: number
  /** Of JavaScript, after everything was thrown away that can be; less what was there before. */
  readonly heapMb: number
  readonly tags: readonly Took[]
  readonly untags: readonly Took[]
  readonly hoverMs: readonly number[]
  /** From frame to frame while the whole article was scrolled through. */
  readonly frameMs: readonly number[]
  readonly resizeMs: readonly number[]
  /** How far the drawing is off at most; `null` where that cannot be told. */
  readonly overlayOffPx: number | null
}

export interface Took {
  readonly ms: number
  readonly mainThreadMs: number
}

/** What the whole program took in one round. */
export interface WindowRound extends Pick<Round, 'openMs' | 'openMainThreadMs' | 'heapMb' | 'tags'> {
  /** All JavaScript of the window, with everything else that is open in it. */
  readonly wholeHeapMb: number
}

/** Median, smallest and largest of the rounds, and all of them in their order. */
export interface Values {
  readonly ms: number
  readonly min: number
  readonly max: number
  readonly values: readonly number[]
}

/** Values beside the floor's of the same rounds: its median, and the median of the ratios that each round has. */
export interface Figure extends Values {
  readonly floorMs: number | null
  readonly ratio: number | null
}

/** Of the rounds' medians, of their 95th percentiles, and of what the main thread worked. */
export interface Changed extends Figure {
  readonly p95: Figure
  readonly mainThread: Figure
}

/** What a reader comes to over the rounds. `null` stands where it never could do it. */
export interface Measured {
  readonly rounds: number
  readonly open: (Figure & { readonly mainThread: Figure }) | null
  readonly tag: Changed | null
  readonly untag: Changed | null
  readonly firstScreenMs: Values | null
  readonly longestTaskMs: Values | null
  readonly hover: { readonly p50: Values; readonly p95: Values } | null
  readonly longestFrameMs: Values | null
  /** Of a hundred. */
  readonly lateFrames: Values | null
  readonly resizeMs: Values | null
  /** The worst of the rounds. */
  readonly overlayOffPx: number | null
  readonly heapMb: Values | null
}

/** What the whole program comes to. */
export interface MeasuredWindow extends Pick<Measured, 'rounds' | 'open' | 'tag' | 'heapMb'> {
  readonly wholeHeapMb: Values | null
  /** The heap, so many times that of the reader alone in the same rounds. */
  readonly heapOfReader: number | null
}

/** A frame is late when the next one comes more than this after it: at 60 Hz, when one was left out. */
const LATE = 17.7

/** `floor` has what the floor took in the same rounds, in the same order; without it there are no ratios. */
export function measuredOf(rounds: readonly Round[], floor: readonly Round[] | null): Measured {
  const values = (pick: ValueOf<Round>) => valuesOf(rounds, pick)
  const p50 = values(({ hoverMs }) => quantile(hoverMs, 0.5))
  const p95 = values(({ hoverMs }) => quantile(hoverMs, 0.95))
  return {
    rounds: rounds.length,
    open: openOf(rounds, floor),
    tag: changedOf(rounds, floor, 'tags'),
    untag: changedOf(rounds, floor, 'untags'),
    firstScreenMs: values(({ firstScreenMs }) => firstScreenMs),
    longestTaskMs: values(({ longestTaskMs }) => longestTaskMs),
    hover: p50 && p95 && { p50, p95 },
    longestFrameMs: values(({ frameMs }) => quantile(frameMs, 1)),
    lateFrames: values(lateOf),
    resizeMs: values(({ resizeMs }) => quantile(resizeMs, 0.5)),
    overlayOffPx: valuesOf(rounds, ({ overlayOffPx }) => overlayOffPx)?.max ?? null,
    heapMb: values(({ heapMb }) => heapMb),
  }
}

/** `floor` and `ours` have the same rounds, in the same order. */
export function measuredWindowOf(
  rounds: readonly WindowRound[],
  floor: readonly Round[],
  ours: readonly Round[],
): MeasuredWindow {
  const heap = ({ heapMb }: { readonly heapMb: number }) => heapMb
  return {
    rounds: rounds.length,
    open: openOf(rounds, floor),
    tag: changedOf(rounds, floor, 'tags'),
    heapMb: valuesOf(rounds, heap),
    wholeHeapMb: valuesOf(rounds, ({ wholeHeapMb }) => wholeHeapMb),
    heapOfReader: figureOf(rounds, ours, heap, heap)?.ratio ?? null,
  }
}

type Opening = Pick<Round, 'openMs' | 'openMainThreadMs'>

function openOf(rounds: readonly Opening[], floor: readonly Opening[] | null): Measured['open'] {
  const figure = (pick: ValueOf<Opening>) => figureOf(rounds, floor, pick, pick)
  const open = figure(({ openMs }) => openMs)
  const mainThread = figure(({ openMainThreadMs }) => openMainThreadMs)
  return open && mainThread && { ...open, mainThread }
}

function changedOf<Which extends 'tags' | 'untags'>(
  rounds: readonly Pick<Round, Which>[],
  floor: readonly Pick<Round, Which>[] | null,
  which: Which,
): Changed | null {
  const figure = (part: number, of: keyof Took) => {
    const pick: ValueOf<Pick<Round, Which>> = (round) =>
      quantile(
        round[which].map((one) => one[of]),
        part,
      )
    return figureOf(rounds, floor, pick, pick)
  }
  const [p50, p95, mainThread] = [figure(0.5, 'ms'), figure(0.95, 'ms'), figure(0.5, 'mainThreadMs')]
  return p50 && p95 && mainThread ? { ...p50, p95, mainThread } : null
}

/** Takes one value out of a round; `null` when it has none. */
export type ValueOf<One> = (round: One) => number | null

/** A figure of rounds, beside the floor's. Ratios are taken where both have a value. */
export function figureOf<One, Floor>(
  rounds: readonly One[],
  floor: readonly Floor[] | null,
  pick: ValueOf<One>,
  pickFloor: ValueOf<Floor>,
): Figure | null {
  const values = valuesOf(rounds, pick)
  if (!values) return null
  const pairs = rounds.flatMap((round, i) => {
    const [took, least] = [pick(round), floor?.[i] ? pickFloor(floor[i]) : null]
    return took === null || least === null ? [] : [{ took, least }]
  })
  const floorMs = floor && valuesOf(floor, pickFloor)
  const ratio =
    pairs.length > 0
      ? ratioTo(
          pairs.map(({ took }) => took),
          pairs.map(({ least }) => least),
        )
      : null
  return { ...values, floorMs: floorMs?.ms ?? null, ratio }
}

export function valuesOf<One>(rounds: readonly One[], pick: ValueOf<One>): Values | null {
  const found = rounds.flatMap((round) => pick(round) ?? [])
  if (found.length === 0) return null
  const { median, ...rest } = summaryOf(found)
  return { ms: median, ...rest }
}

function lateOf({ frameMs }: Round): number | null {
  if (frameMs.length === 0) return null
  return (100 * frameMs.filter((ms) => ms > LATE).length) / frameMs.length
}

/** The smallest value that so many of all do not exceed: 0.5 is the lower middle one. `null` of none. */
export function quantile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null
}
