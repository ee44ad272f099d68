import { useEffect, useLayoutEffect, useRef } from 'react'
import { activeReader } from '../reader/active-reader'
import { IconButton } from '../ui/Button'
import { closeFind, look, lookInto, step, useFinding } from './finding'
import type { FindOptions } from '../../data/text/find'
import styles from './FindBar.module.css'
import './highlights.css'

/** Finds words in the open article; there while that is asked for. */
export function FindBar() {
  const isOpen = useFinding((state) => state.isOpen)
  return isOpen ? <OpenBar /> : null
}

const switches: readonly { readonly key: keyof FindOptions; readonly sign: string; readonly name: string }[] =
  [
    { key: 'matchCase', sign: 'Aa', name: 'Capitals as typed' },
    { key: 'accents', sign: 'é', name: 'Accents as typed' },
    { key: 'wholeWords', sign: '“ab”', name: 'Whole words' },
  ]

function OpenBar() {
  const { words, options, hits, at } = useFinding((state) => state)
  const bar = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    const view = activeReader()
    if (!view) return
    // The bar takes room from the view; the words stay where they are.
    const height = bar.current?.offsetHeight ?? 0
    if (view.scroller.scrollTop > 0) view.scroller.scrollTop += height
    const end = lookInto(view)
    return () => {
      end()
      view.scroller.scrollTop -= height
    }
  }, [])
  useEffect(() => field.current?.select(), [])

  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') closeFind()
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={bar} className={styles['bar']} role="search" aria-label="Find in the article" onKeyDown={press}>
      <input
        ref={field}
        className={styles['field']}
        type="text"
        aria-label="Find in the article"
        placeholder="Find in the article"
        spellCheck={false}
        data-find-in-article
        value={words}
        onChange={(event) => look({ words: event.target.value })}
      />
      <span className={styles['count']} aria-live="polite">
        {countInWords(words, hits.length, at)}
      </span>
      <IconButton icon="up" label="Hit before" keys="Shift+F3" small onClick={() => step(-1)} />
      <IconButton icon="down" label="Next hit" keys="F3" small onClick={() => step(1)} />
      <span className={styles['switches']} role="group" aria-label="What counts">
        {switches.map(({ key, sign, name }) => (
          <button
            key={key}
            type="button"
            className={styles['switch']}
            aria-label={name}
            title={name}
            aria-pressed={options[key]}
            onClick={() => look({ options: { ...options, [key]: !options[key] } })}
          >
            {sign}
          </button>
        ))}
      </span>
      <IconButton icon="close" label="Close" keys="Esc" small onClick={closeFind} />
    </div>
  )
}

function countInWords(words: string, hits: number, at: number | null): string {
  if (words.trim() === '') return ''
  if (at === null) return 'Not in this article'
  return `${at + 1} of ${hits}`
}
