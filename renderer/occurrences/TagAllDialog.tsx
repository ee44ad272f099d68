import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { explain } from '../../data/model/explain'
import { MOST_LISTED } from '../../data/record/occurrences/occurrence'
import type { FindOptions } from '../../data/text/find'
import { Choice } from '../comfort/Choice'
import { MeaningField } from '../meaning/MeaningField'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { Select } from '../ui/Select'
import { counted } from '../ui/words'
import fields from '../ui/fields.module.css'
import { linesOf, type Lines } from './hits'
import { PlaceTree } from './PlaceTree'
import {
  asWhat,
  change,
  chooseLabel,
  chooseMeaning,
  kindsFor,
  leaveTagAll,
  placesInWords,
  stopLooking,
  tagTicked,
  tick,
  useTagAll,
} from './tag-all'
import step from '../ui/one-step.module.css'
import styles from './TagAllDialog.module.css'

const switches: readonly { readonly key: keyof FindOptions; readonly name: string }[] = [
  { key: 'wholeWords', name: 'Whole words' },
  { key: 'matchCase', name: 'Capitals as typed' },
  { key: 'accents', name: 'Accents as typed' },
]

/** All places where words stand, in this article or in all, to be tagged in one step. */
export function TagAllDialog() {
  const state = useTagAll((all) => all)
  const { words, options, isEverywhere, label, means, found, turned, progress, isTagging } = state
  const codebook = useShown(({ project }) => project?.codebook)
  const registry = useShown(({ project }) => project?.registry)
  const articles = useShown(({ project }) => project?.articles.length ?? 0)
  const list = useRef<HTMLDivElement>(null)
  const listed = useMemo(
    () => (registry ? linesOf(found, asWhat({ label, means }), turned) : nothing),
    [found, label, means, turned, registry],
  )
  const kinds = useMemo(() => kindsFor(label), [label])
  // One comes with words that were selected: what is to be looked at are the places.
  useEffect(() => list.current?.focus({ preventScroll: true }), [])

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void tagTicked()
  }
  const labels = codebook?.labels.filter(({ id, retired }) => !retired || id === label) ?? []

  return (
    <Modal
      title="Tag all occurrences"
      size="large"
      onClose={leaveTagAll}
      foot={
        <>
          <span className={step['safe']}>One step, which undo takes back.</span>
          <Button keys="Esc" onClick={leaveTagAll}>
            Cancel
          </Button>
          <Button
            look="first"
            keys="Ctrl+Enter"
            unless={isTagging ? 'The places are being tagged.' : listed.ticked === 0 && 'No place is ticked.'}
            onClick={() => void tagTicked()}
          >
            {isTagging ? 'Tagging ' : 'Tag '}
            {isEverywhere
              ? `${listed.ticked.toLocaleString('en-GB')} in ${counted(listed.articles, 'article')}`
              : listed.ticked.toLocaleString('en-GB')}
          </Button>
        </>
      }
    >
      <div className={step['all']} onKeyDown={press}>
        <div className={step['form']}>
          <label className={styles['row']}>
            <span className={styles['name']}>Words</span>
            <input
              className={`${fields['field']} ${styles['words']}`}
              aria-label="Words"
              spellCheck={false}
              dir="auto"
              value={words}
              onChange={(event) => change({ words: event.target.value })}
            />
          </label>
          <div className={styles['row']}>
            <span className={styles['name']}>Tag as</span>
            <Select
              label="Label"
              value={label}
              options={labels.map(({ id, name }) => ({ value: id, name }))}
              onChange={chooseLabel}
            />
            <span className={styles['middle']}>meaning</span>
            <MeaningField
              label="Meaning"
              kinds={kinds}
              value={means}
              words={words}
              onChange={chooseMeaning}
            />
          </div>
          <div className={styles['options']}>
            <Choice
              name="Look in"
              value={isEverywhere ? 'all' : 'this'}
              options={[
                { value: 'this', name: 'This article' },
                { value: 'all', name: `All ${counted(articles, 'article')}` },
              ]}
              onChange={(where) => change({ isEverywhere: where === 'all' })}
            />
            {switches.map(({ key, name }) => (
              <label key={key} className={styles['switch']}>
                <input
                  type="checkbox"
                  checked={options[key]}
                  onChange={(event) => change({ options: { ...options, [key]: event.target.checked } })}
                />
                {name}
              </label>
            ))}
          </div>
        </div>
        <Told listed={listed} />
        <PlaceTree
          ref={list}
          lines={listed.lines}
          nothing={progress.isOver ? nothingInWords(words, isEverywhere) : ''}
        />
      </div>
    </Modal>
  )
}

const nothing: Lines = { lines: [], ticked: 0, articles: 0 }

/** How many places there are, how far the looking is, and the ticks of all. */
function Told({ listed }: { readonly listed: Lines }) {
  const progress = useTagAll((all) => all.progress)
  const isEverywhere = useTagAll((all) => all.isEverywhere)
  const { places, articles, done, of, isOver, isStopped, troubles } = progress
  const keys = listed.lines.flatMap((line) => (line.is === 'article' ? line.keys : []))
  const [trouble] = troubles
  return (
    <>
      <div className={styles['told']}>
        <span role="status" aria-label="What was found" className={styles['count']}>
          {places > 0 && placesInWords(places, articles, isEverywhere)}
          {places > 0 && ` · ${listed.ticked.toLocaleString('en-GB')} ticked`}
          {isStopped && ` · stopped after ${done.toLocaleString('en-GB')} of ${counted(of, 'article')}`}
        </span>
        {!isOver && (
          <span className={styles['looking']}>
            <progress className={styles['bar']} aria-label="Articles looked into" max={of} value={done} />
            <span>
              {done.toLocaleString('en-GB')} of {of.toLocaleString('en-GB')}
            </span>
            <Button look="bare" onClick={stopLooking}>
              Stop
            </Button>
          </span>
        )}
        {keys.length > 0 && (
          <span className={styles['ticks']}>
            <Button look="bare" onClick={() => tick(listed.lines, keys, true)}>
              All
            </Button>
            <Button look="bare" onClick={() => tick(listed.lines, keys, false)}>
              None
            </Button>
          </span>
        )}
      </div>
      {places > MOST_LISTED && (
        <p className={styles['more']}>
          The first {MOST_LISTED.toLocaleString('en-GB')} are listed, and can be tagged now. Tag them, then
          look again for the others.
        </p>
      )}
      {trouble && (
        <p className={styles['more']} role="alert">
          {counted(troubles.length, 'article')} could not be read, and nothing was looked for there.{' '}
          {explain(trouble)}
        </p>
      )}
    </>
  )
}

const nothingInWords = (words: string, isEverywhere: boolean): string => {
  if (words.trim() === '') return 'Type the words to look for.'
  return isEverywhere ? `No article has “${words}”.` : `This article does not have “${words}”.`
}
