import { useEffect, useState } from 'react'
import type { Passage, StatementRow } from '../../data/record/query'
import type { Span } from '../../data/model/span'
import { workbench } from '../state/workbench'

/** Milliseconds for which one stands at a statement before its sentence is asked for. */
const DWELL = 40

/** A statement with the part of the article in which its words stand. */
export interface InPlace {
  readonly row: StatementRow
  readonly passage: Passage
}

/** The words of a statement in their article; until those of another are there, the ones before. */
export function usePassage(row: StatementRow | null): InPlace | null {
  const [shown, setShown] = useState<InPlace | null>(null)
  useEffect(() => {
    if (!row) return undefined
    let isLate = false
    const [first, last] = [saidIn(row)[0], saidIn(row).at(-1)]
    const pause = setTimeout(async () => {
      if (!first || !last) return
      const answer = await workbench.passage(row.article, first.start, last.end)
      if (!isLate) setShown(answer.ok ? { row, passage: answer.value } : null)
    }, DWELL)
    return () => {
      isLate = true
      clearTimeout(pause)
    }
  }, [row])
  return row && shown
}

/** Where its words stand, in UTF-16 code units of the article's text: those of the claim, else of the position, else of all. */
export function saidIn({ evidence, claim }: StatementRow): readonly Span[] {
  const of = (role: string) => evidence.find((proof) => proof.as === role)?.ranges ?? []
  const said = claim === null ? of('position') : of('claim')
  return said.length > 0 ? said : evidence.flatMap(({ ranges }) => ranges)
}
