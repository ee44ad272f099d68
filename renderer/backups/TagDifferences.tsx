import { useEffect, useMemo, useState } from 'react'
import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import { isTagOrLink, type Annotation, type WorkRecord } from '../../data/model/records'
import type { Result } from '../../data/model/result'
import type { PersonWork } from '../../data/store/backup/compare'
import { planOf, type PlannedChange } from '../history/bring-back'
import { ChangedTag } from '../history/ChangedTag'
import { inWords, toldOfChange, type Telling } from '../history/step-words'
import { useScenery } from '../inspector/use-scenery'
import { workbench } from '../state/workbench'
import { counted } from '../ui/words'
import styles from './TagDifferences.module.css'

interface Props {
  readonly backup: string
  readonly article: string
  readonly annotator: string
}

const said = { comes: 'comes back', changes: 'changes', goes: 'goes' } as const
const signs = { comes: '+', changes: '~', goes: '−' } as const
/** Rows that are listed; the others are counted. */
const LISTED = 100

/** Which tags would come back, change and go, each by its label and its words. */
export function TagDifferences(props: Props) {
  const work = usePersonWork(props)
  const scenery = useScenery()
  const plan = useMemo(() => (work?.ok ? planOf(byId(work.value.now), byId(work.value.was)) : null), [work])
  if (!work) return null
  if (!work.ok) return <p className={styles['fault']}>{explain(work.error)}</p>
  const tags = [...work.value.now, ...work.value.was].filter((record) => record.is === 'annotation')
  const telling: Telling = { ...scenery, tags: new Map(tags.map((tag) => [tag.id, tag])) }
  const changes = plan?.changes ?? []
  return (
    <ul className={styles['list']}>
      {changes.slice(0, LISTED).map((change) => (
        <Row key={change.id} change={change} telling={telling} />
      ))}
      {changes.length > LISTED && <li>{counted(changes.length - LISTED, 'more tag')}.</li>}
    </ul>
  )
}

const byId = (records: readonly WorkRecord[]): ReadonlyMap<string, WorkRecord> =>
  new Map(records.map((record) => [record.id, record]))

function Row({ change, telling }: { readonly change: PlannedChange; readonly telling: Telling }) {
  const { id, kind, now, was, links } = change
  const record = was ?? now
  if (!isTagOrLink(record)) return null
  const tag: Annotation | undefined = record.is === 'link' ? telling.tags.get(record.from) : record
  const details = [
    ...(record.is === 'link' || kind === 'changes'
      ? toldOfChange(telling, { article: record.article, id, before: now, after: was }, 'bring-back').map(
          inWords,
        )
      : []),
    ...(links > 0 ? [`with ${counted(links, 'link')}`] : []),
  ]
  return (
    <li className={styles['row']}>
      <span className={styles['sign']} role="img" aria-label={said[kind]} title={said[kind]}>
        {signs[kind]}
      </span>
      <ChangedTag tag={tag} telling={telling} details={details} />
    </li>
  )
}

function usePersonWork({ backup, article, annotator }: Props): Result<PersonWork, Problem> | null {
  const [work, setWork] = useState<Result<PersonWork, Problem> | null>(null)
  useEffect(() => {
    let isOld = false
    const ask = async () => {
      const answer = await workbench.compareWork(backup, article, annotator)
      if (!isOld) setWork(answer)
    }
    void ask()
    return () => {
      isOld = true
    }
  }, [backup, article, annotator])
  return work
}
