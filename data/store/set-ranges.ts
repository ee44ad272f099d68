import type { SetAnnotation } from '../model/annotation-set'
import type { Annotation } from '../model/records'
import type { OffsetMap } from '../text/offsets'

/** Ranges as a set has them: in UTF-16 code units, and in Unicode code points. */
export const inBothUnits = (target: Annotation['target'], offsets: OffsetMap): SetAnnotation['target'] =>
  target.map((range) => {
    const { start, end } = offsets.toCodePoints(range)
    return { ...range, startCodePoint: start, endCodePoint: end }
  })
