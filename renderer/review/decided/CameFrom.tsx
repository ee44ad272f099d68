import { useEffect, useState } from 'react'
import type { CameFrom as Told } from '../../../data/store/received-agreed'
import { workbench } from '../../state/workbench'
import { ruleInWords } from '../../../data/review/decision-words'
import { provenanceInWords } from '../agreed/provenance-words'
import { useNameOf } from './DecisionCard'
import styles from '../sections.module.css'

/** Of a tag of an agreed set that was received: whose it was, who decided, and by which rule; nothing of any other tag. */
export function CameFrom({ article, tag }: { readonly article: string; readonly tag: string }) {
  const [told, setTold] = useState<{ readonly of: string; readonly from: Told | null } | null>(null)
  const nameOf = useNameOf()
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const answer = await workbench.cameFrom(article, tag)
      if (!isOver) setTold({ of: tag, from: answer.ok ? answer.value : null })
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [article, tag])
  if (told?.of !== tag || !told.from) return null
  const { provenance, rule, people } = told.from
  const nameIn = (id: string) => people.find((person) => person.id === id)?.name ?? nameOf(id)
  return (
    <section className={styles['card']} aria-label="Where the tag comes from">
      <h3 className={styles['title']}>From an agreed set</h3>
      <p>{provenanceInWords(provenance, nameIn)}</p>
      {rule && <p className={styles['quiet']}>{ruleInWords(rule)}</p>}
    </section>
  )
}
