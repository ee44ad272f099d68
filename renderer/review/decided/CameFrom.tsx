import { useEffect, useState, type ReactNode } from 'react'
import { explain } from '../../../data/model/explain'
import type { Problem } from '../../../data/model/problem'
import type { Result } from '../../../data/model/result'
import type { CameFrom as Told } from '../../../data/store/received-agreed'
import { workbench } from '../../state/workbench'
import { ruleInWords } from '../../../data/review/decision-words'
import { provenanceInWords } from '../agreed/provenance-words'
import { useNameOf } from './DecisionCard'
import styles from '../sections.module.css'

/**
 * Of a tag of an agreed set that was received: whose it was, who decided, and by which rule, or why that cannot be told; nothing
 * of any other tag.
 */
export function CameFrom({ article, tag }: { readonly article: string; readonly tag: string }) {
  const [told, setTold] = useState<{
    readonly of: string
    readonly from: Result<Told | null, Problem>
  } | null>(null)
  const nameOf = useNameOf()
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const answer = await workbench.cameFrom(article, tag)
      if (!isOver) setTold({ of: tag, from: answer })
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [article, tag])
  if (told?.of !== tag) return null
  const { from } = told
  if (!from.ok)
    return (
      <Card>
        <p role="note">The tag is whole, but where it comes from cannot be told. {explain(from.error)}</p>
      </Card>
    )
  if (!from.value) return null
  const { provenance, rule, people } = from.value
  const nameIn = (id: string) => people.find((person) => person.id === id)?.name ?? nameOf(id)
  return (
    <Card>
      <p>{provenanceInWords(provenance, nameIn)}</p>
      {rule && <p className={styles['quiet']}>{ruleInWords(rule)}</p>}
    </Card>
  )
}

const Card = ({ children }: { readonly children: ReactNode }) => (
  <section className={styles['card']} aria-label="Where the tag comes from">
    <h3 className={styles['title']}>From an agreed set</h3>
    {children}
  </section>
)
