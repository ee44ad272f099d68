import { useEffect, useMemo, useRef, useState } from 'react'
import { inField, isDialogOpen, leavePast, openDialog, showPast } from '../state/actions'
import type { OpenedArticle, Past } from '../state/state'
import { useShown } from '../state/store'
import { Button, IconButton } from '../ui/Button'
import { planOf } from './bring-back'
import { sinceInWords } from './since'
import { earlierThan, justBefore, laterThan, momentsOf, momentsUntil } from './trail'
import { useTrail } from './use-trail'
import { exactly, momentInWords } from './when'
import styles from './PastBanner.module.css'

/** Over an article that is shown as it was: when that was, what is different now, and the ways on from there. */
export function PastBanner() {
  const past = useShown((state) => state.past)
  const open = useShown((state) => state.past && state.open)
  return (
    <>
      {/* It is there before it says anything, so that what it says is read out. */}
      <p className={styles['said']} aria-live="polite">
        {past && `The article as it was on ${momentInWords(past.at)}. It can be read, not changed.`}
      </p>
      {past && open && <Banner past={past} open={open} />}
    </>
  )
}

function Banner({ past, open }: { past: Past; open: OpenedArticle }) {
  const alongside = useShown((state) => state.alongside)
  const since = useMemo(() => sinceInWords(past, open, alongside), [past, open, alongside])
  const isSame = useMemo(
    () => planOf(open.mine.records, past.open.mine.records).changes.length === 0,
    [past, open],
  )
  useEscape()

  return (
    <section className={styles['banner']} aria-label="The article as it was">
      <div className={styles['line']}>
        <h2 className={styles['title']}>
          As it was on{' '}
          <time dateTime={past.at} title={exactly(past.at)}>
            {momentInWords(past.at)}
          </time>
        </h2>
        <span className={styles['ways']}>
          <Button
            unless={isSame && 'Your tags are now as they were then.'}
            title="Makes your tags what they were then, after showing what would change."
            onClick={() => openDialog('bring-back')}
          >
            Bring back my tags…
          </Button>
          <Button look="first" keys="Esc" onClick={leavePast}>
            Back to now
          </Button>
        </span>
      </div>
      <div className={styles['line']}>
        <Steps at={past.at} article={open.article.id} />
        <span className={styles['since']}>{since}</span>
      </div>
    </section>
  )
}

const whole = (n: number): string => n.toLocaleString('en-GB')

/** Walks over the moments at which something changed. */
function Steps({ at, article }: { at: string; article: string }) {
  const history = useTrail(article)
  const moments = useMemo(() => (history?.ok ? momentsOf(history.value.entries) : []), [history])
  /** Where the slider was put, while the article as it was there is still on its way. */
  const [put, setPut] = useState<{ readonly from: string; readonly to: number } | null>(null)
  const [first] = moments
  if (first === undefined) return null
  const place = put?.from === at ? put.to : momentsUntil(moments, at)
  const momentAt = (nth: number) => moments[nth - 1] ?? justBefore(first)
  const [earlier, later] = [earlierThan(moments, at), laterThan(moments, at)]

  return (
    <>
      <IconButton
        icon="previous"
        label="Earlier step"
        unless={earlier === null && 'Nothing was there before.'}
        onClick={() => earlier !== null && void showPast(earlier)}
      />
      <input
        type="range"
        className={styles['slider']}
        aria-label="Step"
        aria-valuetext={place === 0 ? 'Before the first step' : exactly(momentAt(place))}
        min={0}
        max={moments.length}
        value={place}
        onChange={(event) => {
          const to = Number(event.target.value)
          setPut({ from: at, to })
          void showPast(momentAt(to))
        }}
      />
      <IconButton
        icon="next"
        label="Later step"
        unless={later === null && 'This was the last step.'}
        onClick={() => later !== null && void showPast(later)}
      />
      <span className={styles['place']}>
        {place === 0 ? 'Before the first step' : `Step ${whole(place)} of ${whole(moments.length)}`}
      </span>
    </>
  )
}

/** Escape leaves, from wherever the focus is; but first it lets go of selected words, closes what is over the article, and clears a field. */
function useEscape(): void {
  const leave = useRef(leavePast)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null
      const isTyping = inField(at) && !at?.matches('[type=range]')
      const isBusy = isDialogOpen() || document.querySelector('[role=menu], [role=listbox] [data-focused]')
      const letsGo = at?.closest('[role=article]') && getSelection()?.isCollapsed === false
      if (event.key !== 'Escape' || isTyping || isBusy || letsGo) return
      event.preventDefault()
      event.stopPropagation()
      leave.current()
    }
    // Before the reader's own keys, for which Escape lets go of the selected tag.
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [])
}
