import { useEffect, useState } from 'react'
import { unpack } from '../../../data/record/packed'
import type { AgreementFigures, SlicedFinely } from '../../../data/review/agreement'
import type { Slice } from '../../../data/review/figures'
import { askSlices } from './ports'

interface Read {
  readonly answer: AgreementFigures
  readonly by: SlicedFinely
  readonly layer: string
  /** `null`: these figures are not known any more. */
  readonly slices: readonly Slice[] | null
}

/** A layer told apart. `undefined` until it is there; while it is told anew, as it was; `null` where it cannot be told any more. */
export function useSlices(
  answer: AgreementFigures,
  by: SlicedFinely,
  layer: string | undefined,
): readonly Slice[] | null | undefined {
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    let isWanted = true
    const hear = async () => {
      if (layer === undefined) return
      const told = await askSlices(answer.query, by, layer)
      if (isWanted) setRead({ answer, by, layer, slices: told.ok ? unpack(told.value) : null })
    }
    void hear()
    return () => {
      isWanted = false
    }
  }, [answer, by, layer])
  return read?.by === by && read.layer === layer ? read.slices : undefined
}
