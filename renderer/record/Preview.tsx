import { useLayoutEffect, useMemo, useRef } from 'react'
import type { StatementRow } from '../../data/record/query'
import { counted, dayAndMonth } from '../ui/words'
import { Button } from '../ui/Button'
import { rowInWords, type Names } from './names'
import { openRow } from './record-actions'
import { rowIn, useTable } from './record-table'
import { sentenceAround } from './sentence'
import { saidIn, usePassage } from './use-passage'
import styles from './Preview.module.css'

/** The statement one stands at, in the sentence of the article. */
export function Preview({ names }: { readonly names: Names }) {
  useTable((state) => state.came)
  const row = useTable(({ found, at }) => (found && rowIn(found, at)) ?? null)
  const inPlace = usePassage(row)
  const pieces = useMemo(() => inPlace && sentenceAround(inPlace.passage, saidIn(inPlace.row)), [inPlace])
  const group = useTable(({ found, at }) => {
    const there = found?.lines.at(at)
    return there?.is === 'group' ? (found?.groups?.[there.group] ?? null) : null
  })
  const box = useRef<HTMLQuoteElement>(null)
  useLayoutEffect(() => {
    const said = box.current?.querySelector('strong')
    if (pieces && said) box.current?.scrollTo({ top: said.offsetTop - (box.current.offsetTop ?? 0) })
  }, [pieces])
  return (
    <section className={styles['preview']} aria-label="The words in their place">
      {row && inPlace && pieces ? (
        <>
          <div className={styles['text']}>
            <blockquote ref={box} tabIndex={0} className={styles['sentence']} dir="auto">
              {pieces.map(({ words, isSaid }, i) =>
                isSaid ? <strong key={i}>{words}</strong> : <span key={i}>{words}</span>,
              )}
            </blockquote>
            <p className={styles['from']}>{sourceOf(inPlace.row, inPlace.passage.paragraph, names)}</p>
          </div>
          <Button keys="Enter" onClick={() => openRow(row)}>
            Open in article
          </Button>
        </>
      ) : (
        <p className={styles['from']}>
          {row ? rowInWords(row, names) : group && `A group of ${counted(group.count, 'statement')}.`}
        </p>
      )}
    </section>
  )
}

/** "Meridian Wire, 12 March, ¶ 6. Tagged by Ada Quill." */
function sourceOf({ article, annotator }: StatementRow, paragraph: number | null, names: Names): string {
  const summary = names.article(article)
  const day = summary?.dateline?.date ?? summary?.published
  const parts = [summary?.outlet ?? summary?.title, day && dayAndMonth(day), paragraph && `¶ ${paragraph}`]
  return `${parts.filter(Boolean).join(', ')}. Tagged by ${names.person(annotator)}.`
}
