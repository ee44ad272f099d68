import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { Codebook, CodebookContent } from '../../data/model/codebook'
import type { LabelsUsed } from '../../data/record/evidence'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { drafted, useCodebookState } from './codebook-state'
import { useAnswer } from './use-answer'

/** The codebook as it is drafted, else as it is in force. */
export const useDrafted = (): CodebookContent => useCodebookState(drafted) ?? builtInCodebook

/** The revision in force. */
export const useInForce = (): Codebook => useShown(({ project }) => project?.codebook) ?? builtInCodebook

/** How much is tagged with which label, over all articles; `null` until that is known. */
export function useLabelsUsed(): LabelsUsed | null {
  const version = useShown(({ record }) => record.version)
  return useAnswer(`labels used ${version}`, () => workbench.labelsUsed())
}
