import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import { show } from '../state/actions'

/**
 * What the main process answers to a question; `null` until it has. It is asked again when `key` is another, and until the new
 * answer is there the last one stays.
 */
export function useAnswer<T>(key: string, ask: () => Promise<Result<T, Problem>>): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  const latest = useRef(ask)
  useLayoutEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    let isWanted = key !== ''
    const hear = async () => {
      const heard = await latest.current()
      if (!isWanted) return
      if (heard.ok) setAnswer(heard.value)
      else show(heard.error)
    }
    void hear()
    return () => {
      isWanted = false
    }
  }, [key])
  return answer
}
