import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Problem } from '../../../data/model/problem'
import { unpack } from '../../../data/record/packed'
import type { DisputedQuery, DisputedTag } from '../../../data/review/agreement'
import { askDisputed } from '../agreement/ports'

/** Quotes that are asked for at a time. */
const PAGE = 50

interface Read {
  readonly of: string
  /** The content of the record that it was asked of. */
  readonly version: number
  /** How often it was asked anew. */
  readonly asked: number
  readonly found: number
  readonly rows: readonly DisputedTag[]
  readonly problem: Problem | null
}

/** The disputed tags that a query finds, as far as they were asked for; `null` until the first are there. */
export function useDisputed(query: DisputedQuery, version: number) {
  const [pages, setPages] = useState(1)
  const [read, setRead] = useState<Read | null>(null)
  const of = JSON.stringify(query)
  const [asked, setAsked] = useState(0)
  const [before, setBefore] = useState(of)
  if (before !== of) {
    setBefore(of)
    setPages(1)
  }
  const latest = useRef(query)
  useLayoutEffect(() => {
    latest.current = query
  })
  useEffect(() => {
    let isWanted = true
    const hear = async () => {
      const answer = await askDisputed(latest.current, 0, pages * PAGE)
      if (!isWanted) return
      if (!answer.ok) return setRead({ of, version, asked, found: 0, rows: [], problem: answer.error })
      const page = unpack(answer.value)
      const problem = page ? null : ({ kind: 'cancelled' } as const)
      setRead({ of, version, asked, found: page?.found ?? 0, rows: page?.rows ?? [], problem })
    }
    void hear()
    return () => {
      isWanted = false
    }
  }, [of, pages, version, asked])
  return {
    read: read?.of === of ? read : null,
    more: () => setPages((n) => n + 1),
    again: () => setAsked((n) => n + 1),
  }
}
