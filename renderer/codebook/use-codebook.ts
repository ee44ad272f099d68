import { useEffect, useState } from 'react'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import type { Codebook, CodebookContent } from '../../data/model/codebook'
import type { LabelsUsed } from '../../data/record/evidence'
import { show } from '../state/actions'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { drafted, useCodebookState } from './codebook-state'

/** The codebook as it is drafted, else as it is in force. */
export const useDrafted = (): CodebookContent => useCodebookState(drafted) ?? builtInCodebook

/** The revision in force. */
export const useInForce = (): Codebook => useShown(({ project }) => project?.codebook) ?? builtInCodebook

/** Every revision that there is, oldest first; `null` until that is known. */
export function useRevisions(): readonly Codebook[] | null {
  const inForce = useInForce()
  const [revisions, setRevisions] = useState<readonly Codebook[] | null>(null)
  const people = useShown(({ project }) => project?.people)
  useEffect(() => {
    let isWanted = true
    void workbench.codebookRevisions().then((answer) => {
      if (!isWanted) return
      if (answer.ok) setRevisions(answer.value)
      else show(answer.error)
    })
    return () => {
      isWanted = false
    }
  }, [inForce, people])
  return revisions
}

/** How much is tagged with which label, over all articles; `null` until that is known. */
export function useLabelsUsed(): LabelsUsed | null {
  const version = useShown(({ record }) => record.version)
  const [used, setUsed] = useState<LabelsUsed | null>(null)
  useEffect(() => {
    let isWanted = true
    void workbench.labelsUsed().then((answer) => {
      if (isWanted && answer.ok) setUsed(answer.value)
    })
    return () => {
      isWanted = false
    }
  }, [version])
  return used
}
