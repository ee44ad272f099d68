import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import type { BackupDifference } from '../../data/store/backup/compare'
import { backUp, checkBackups, listBackups, stopBackup } from '../state/backups'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'

/** The backups of the project, listed and checked as long as the dialog is open, and what can be done with all of them. */
export function useBackups() {
  const view = useShown(({ backups }) => backups)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    const begin = async () => setProblem((await listBackups()) ?? (await checkBackups()))
    void begin()
    return () => void stopBackup('checking')
  }, [])
  return {
    view,
    problem: problem ?? view?.problem ?? null,
    backUp: async () => {
      setProblem(null)
      setProblem(await backUp())
    },
    stop: () => void stopBackup(),
  }
}

export type Difference = Result<BackupDifference, Problem> | null

/** What is other now than in a backup; `null` while it is being looked at. `again` looks once more. */
export function useDifference(backup: string | null): { difference: Difference; again: () => void } {
  const [found, setFound] = useState<{ readonly backup: string; readonly difference: Difference } | null>(
    null,
  )
  const asked = useRef(0)
  const ask = useCallback(async () => {
    const turn = ++asked.current
    if (backup === null) return
    const difference = await workbench.compareBackup(backup)
    if (asked.current === turn) setFound({ backup, difference })
  }, [backup])
  useEffect(() => void ask(), [ask])
  return { difference: found?.backup === backup ? found.difference : null, again: () => void ask() }
}
