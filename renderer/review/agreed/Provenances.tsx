import { useEffect, useState } from 'react'
import { labelShown } from '../../../data/model/labels-in-force'
import type { AgreedArticle } from '../../../data/review/agreed'
import { useScenery } from '../../inspector/use-scenery'
import { showTag } from '../../state/show-tag'
import { useShown } from '../../state/store'
import { quoteOf } from '../../state/tags'
import { LabelChip } from '../../ui/LabelChip'
import { useNameOf } from '../decided/DecisionCard'
import { agreedOnOpen } from './agreed-now'
import { provenanceInWords } from './provenance-words'
import styles from './Agreed.module.css'

/** Rows that are drawn; the reader shows all. */
const SHOWN = 500

/** Every tag of the open article’s agreed set, with whose it was and who or what brought it in. */
export function Provenances() {
  const open = useShown((state) => state.open)
  const review = useShown(({ project }) => project?.review)
  const [agreed, setAgreed] = useState<AgreedArticle | null>(null)
  const project = useShown((state) => state.project)
  const { codebook } = useScenery()
  const nameOf = useNameOf()
  useEffect(() => {
    let isOver = false
    const derive = async () => {
      if (!open || !project) return
      const derived = await agreedOnOpen(open, project)
      if (!isOver) setAgreed(derived.agreed)
    }
    void derive()
    return () => {
      isOver = true
    }
    // The project is another object at every change of the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open, review])
  if (!agreed || agreed.tags.length === 0) return null
  return (
    <section className={styles['list']} aria-label="In the agreed set">
      <h2 className={styles['head']}>
        In the agreed set <span className={styles['number']}>{agreed.tags.length}</span>
      </h2>
      <ul>
        {agreed.tags.slice(0, SHOWN).map(({ tag, provenance }) => {
          const [from] = provenance.from
          return (
            <li key={tag.id}>
              <button
                type="button"
                className={styles['row']}
                onClick={() => from && void showTag(agreed.article, from.id)}
              >
                <LabelChip label={labelShown(codebook, tag.label)} named />
                <span className={styles['words']}>
                  <span className={styles['quote']} lang={open?.article.language ?? undefined} dir="auto">
                    {quoteOf(tag)}
                  </span>
                  <span className={styles['quiet']}>{provenanceInWords(provenance, nameOf)}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
