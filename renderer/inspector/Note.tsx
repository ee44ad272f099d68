import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Annotation } from '../../data/model/records'
import { carryOut, draft } from '../state/actions'
import { classes } from '../ui/classes'
import fields from '../ui/fields.module.css'
import facts from './facts.module.css'

const PAUSE_MS = 1000

/** What I note about a tag: kept after a pause, when the field is left, or with Ctrl+Enter. */
export function Note({ tag, isMine }: { tag: Annotation; isMine: boolean }) {
  if (!isMine && tag.note === '') return null
  return (
    <>
      <dt className={isMine ? facts['field'] : undefined}>Note</dt>
      <dd className={isMine ? facts['field'] : undefined}>
        {isMine ? <NoteField tag={tag} /> : <span style={{ whiteSpace: 'pre-wrap' }}>{tag.note}</span>}
      </dd>
    </>
  )
}

function NoteField({ tag }: { tag: Annotation }) {
  /** What was typed and is not kept yet; `null`: nothing. */
  const [typed, setTyped] = useState<string | null>(null)
  const keep = useKeeping(tag, typed, setTyped)
  const words = typed ?? tag.note

  return (
    <textarea
      className={classes(fields['field'], fields['quiet'])}
      aria-label="Note"
      placeholder="Not set"
      value={words}
      onChange={(event) => {
        setTyped(event.target.value)
        draft(true)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
      }}
    />
  )
}

/** Keeps the note after a pause, and when the field or the window goes away. */
function useKeeping(tag: Annotation, typed: string | null, setTyped: (typed: null) => void): () => void {
  const latest = useRef({ tag, typed })
  useLayoutEffect(() => {
    latest.current = { tag, typed }
  })

  const [keep] = useState(() => async () => {
    const { tag: on, typed: note } = latest.current
    if (note === null) return
    const isSame = note === on.note
    const answer = isSame ? [] : carryOut({ do: 'write-note', article: on.article, annotation: on.id, note })
    draft(false)
    if ((await answer) !== null && latest.current.typed === note) setTyped(null)
  })

  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => void keep(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, keep])

  useEffect(() => {
    const leave = () => void keep()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [keep])

  return () => void keep()
}
