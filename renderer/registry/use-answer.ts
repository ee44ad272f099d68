import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import { useShown } from '../state/store'

/** What the record of all articles has answered; `null` until it has. */
export interface Answer<T> {
  readonly value: T | null
  readonly problem: Problem | null
  /** The content of the record that it was given of; -1: none yet. */
  readonly version: number
}

/**
 * Asks the record of all articles about a subject, and again whenever it has another content. Until the new answer is there
 * the last one about the same subject stays.
 */
export function useAnswer<T>(subject: string, ask: () => Promise<Result<T, Problem>>): Answer<T> {
  const version = useShown(({ record }) => record.version)
  const [answered, setAnswered] = useState<Answered<T>>(nothing)
  const latest = useRef(ask)
  useLayoutEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    let isWanted = true
    const hear = async () => {
      const answer = await latest.current()
      if (!isWanted) return
      const [value, problem] = answer.ok ? [answer.value, null] : [null, answer.error]
      setAnswered({ to: subject, version, value, problem })
    }
    void hear()
    return () => {
      isWanted = false
    }
  }, [subject, version])
  return answered.to === subject ? answered : nothing
}

/** An answer, and the subject that it is about. */
interface Answered<T> extends Answer<T> {
  readonly to: string
}

const nothing = { to: '\0', version: -1, value: null, problem: null }
