import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { wordValue } from '../../data/model/codebook'
import { labelShown } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { isWritten, neededInWords, valueWritten } from '../../data/model/written-value'
import { useScenery } from '../inspector/use-scenery'
import { fold } from '../../data/text/fold'
import { mayBeAlias } from '../meaning/pronouns'
import { alsoHere } from '../occurrences/here'
import { useShown } from '../state/store'
import { quoteOf } from '../state/tags'
import { Keycap } from '../ui/Keycap'
import { LabelChip } from '../ui/LabelChip'
import { answer, answerEverywhere, callAlso, leave, skip, useFlow, type Asking } from './flow'
import { nothingInWords } from './nothing-in-words'
import { PaletteSections } from './PaletteSections'
import { inWords, type Question } from './questions'
import type { Row, Scene } from './row'
import { asked } from './rows'
import { usePlace } from './use-place'
import styles from './StatementPalette.module.css'

/** The question that is asked about the selected tag, under it. */
export function StatementPalette() {
  const asking = useFlow((state) => state.asking)
  return asking && <Palette asking={asking} />
}

/** What was done in the field for one question. */
interface Input {
  readonly for: Question | null
  readonly typed: string
  /** The row that Enter takes, from 0; `null`: the one that the question begins with. */
  readonly active: number | null
  readonly isWrong: boolean
}

function Palette({ asking }: { readonly asking: Asking }) {
  const { codebook, registry } = useScenery()
  const open = useShown((state) => state.open)
  const records = open?.mine.records
  const record = records?.get(asking.tag)
  const tag = record?.is === 'annotation' ? record : null
  const question = asking.questions[asking.at] ?? null

  const [kept, setInput] = useState<Input>({ for: question, typed: '', active: null, isWrong: false })
  const input = kept.for === question ? kept : { for: question, typed: '', active: null, isWrong: false }
  const change = (next: Partial<Input>) => setInput({ ...input, isWrong: false, ...next, for: question })

  const article = open?.article
  const rowsFor = useMemo(() => {
    if (!article || !records || !tag || !question) return null
    const scene: Scene = { article, records, codebook, registry, learnt: asking.learnt }
    return asked(scene, question, tag)
  }, [article, records, codebook, registry, asking.learnt, tag, question])
  const sections = useMemo(
    () => (rowsFor?.(input.typed) ?? []).filter(({ rows }) => rows.length > 0),
    [rowsFor, input.typed],
  )
  const rows = sections.flatMap((section) => section.rows)
  const begins = beginning(question, rows, input.typed)
  const active = Math.min(input.active ?? begins, rows.length - 1)

  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  usePlace(box, asking.tag)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const isGone = tag === null
  useEffect(() => {
    if (isGone) leave()
  }, [isGone])

  const take = (row: Row | undefined, alsoCalled = false) => {
    if (!row?.answer) return
    answer(row.answer, row.name, alsoCalled)
    if (row.answer.is === 'value' && row.answer.stays) change({ typed: '', active: null })
  }

  const isMeaning = question?.is === 'meaning'
  const here = useMemo(
    () => (isMeaning && article && records && tag ? alsoHere(article, records, tag).places : 1),
    [isMeaning, article, records, tag],
  )
  const chosen = rows[active]?.answer ?? null
  const isEverywhere = isMeaning && here > 1 && (chosen?.is === 'means' || chosen?.is === 'new-actor')
  const mayCall = isMeaning && tag !== null && mayAlsoCall(tag, chosen)

  const enter = () => {
    const row = rows[active]
    if (row) return take(row)
    if (question?.is !== 'value') return
    const typed = input.typed.trim()
    if (typed === '') return skip()
    if (!isWritten(question.attribute)) return
    const value = valueWritten(question.attribute, typed)
    if (value === null) return change({ isWrong: true })
    answer({ is: 'value', attribute: question.attribute.id, value }, wordValue(question.attribute, value))
  }

  const lettered = rows.some(({ letter }) => letter !== null)
  const isAnswer = (key: string) =>
    ['Enter', 'Tab', 'Delete'].includes(key) || (lettered && /^\p{L}$/u.test(key)) || /^[1-9]$/.test(key)

  /** Whether the key was one that takes something, goes on or goes away. */
  const act = (key: string): boolean => {
    const digit = /^[1-9]$/.test(key) && !(question?.is === 'value' && isWritten(question.attribute))
    if (key === 'Escape') leave()
    else if (key === 'Enter') enter()
    else if (key === 'ArrowDown') change({ active: Math.min(active + 1, rows.length - 1) })
    else if (key === 'ArrowUp') change({ active: Math.max(active - 1, 0) })
    else if (key === 'Tab') complete()
    else if (digit && rows[Number(key) - 1]) take(rows[Number(key) - 1])
    else if (lettered && /^\p{L}$/u.test(key)) take(rows.find(({ letter }) => letter === key.toLowerCase()))
    else if (key === 'Delete' && input.typed === '' && question?.is === 'value') clear(question)
    else return false
    return true
  }

  const complete = () => {
    if (question?.is === 'value') return skip()
    const name = rows[active]?.name
    if (name !== undefined) change({ typed: name, active: 0 })
  }

  const clear = ({ attribute }: Extract<Question, { is: 'value' }>) => {
    if (tag?.attributes[attribute.id] === undefined) return skip()
    answer({ is: 'value', attribute: attribute.id, value: null }, `${attribute.name} not set`)
  }

  const press = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && !event.repeat && !event.ctrlKey && !event.metaKey
    if (isEnter && event.altKey && isEverywhere && chosen) {
      event.preventDefault()
      return void answerEverywhere(chosen, rows[active]?.name ?? '')
    }
    if (isEnter && event.shiftKey && mayCall && !event.altKey) {
      event.preventDefault()
      return take(rows[active], true)
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    // A held key answers one question, and not the next ones as well.
    if (event.repeat && isAnswer(event.key)) event.preventDefault()
    else if (act(event.key)) event.preventDefault()
  }

  const words = tag && question ? inWords(question, shortened(quoteOf(tag))) : ''
  const isField = question?.is === 'value' && isWritten(question.attribute)
  return (
    <div
      ref={box}
      className={styles['palette']}
      onBlur={(event) => {
        const isInside = event.currentTarget.contains(event.relatedTarget)
        if (!isInside && document.hasFocus()) leave(true)
      }}
      onMouseDown={(event) => event.target !== field.current && event.preventDefault()}
    >
      <div className={styles['head']}>
        <LabelChip label={tag ? labelShown(codebook, tag.label) : undefined} full />
        <input
          ref={field}
          className={styles['field']}
          role="combobox"
          aria-label={words}
          aria-expanded={rows.length > 0}
          aria-controls="statement-rows"
          aria-autocomplete="list"
          aria-activedescendant={rows[active] ? `row-${active}` : undefined}
          aria-invalid={input.isWrong || undefined}
          placeholder={placeholderFor(question, tag)}
          value={input.typed}
          onChange={(event) => change({ typed: event.target.value, active: null })}
          onKeyDown={press}
          autoComplete="off"
          spellCheck={false}
        />
        <span className={styles['question']} aria-hidden="true">
          {words}
        </span>
      </div>
      <div className={styles['said']} aria-live="polite">
        {[...asking.said.slice(-1), words].join('. ')}
      </div>
      <div
        ref={list}
        id="statement-rows"
        role="listbox"
        aria-label={words}
        className={styles['rows']}
        hidden={rows.length === 0}
      >
        <PaletteSections
          sections={sections}
          active={active}
          idOf={(at) => `row-${at}`}
          hasDigits={!isField}
          onTake={take}
        />
      </div>
      {question && rows.every(({ answer: given }) => given?.is === 'cannot-tell') && !isField && (
        <p className={styles['nothing']}>
          {nothingInWords(
            question,
            input.typed,
            registry.some(({ is }) => is === 'actor'),
          )}
        </p>
      )}
      {input.isWrong && (
        <p className={styles['wrong']} role="alert">
          {question?.is === 'value' && neededInWords(question.attribute)}
        </p>
      )}
      <div className={styles['foot']} aria-hidden="true">
        {rows.length > 0 && !isEverywhere && !mayCall && <Hint keys="↑+↓" words="choose" />}
        <Hint keys="Enter" words={question?.is === 'value' && active < 0 ? 'go on' : 'take'} />
        {isEverywhere && <Hint keys="Alt+Enter" words={`tag all ${here}`} />}
        {mayCall && <Hint keys="Shift+Enter" words="also called so" />}
        {question?.is === 'value' ? (
          <Hint keys="Delete" words="not set" />
        ) : (
          rows.length > 0 && !isMeaning && <Hint keys="Tab" words="complete" />
        )}
        <span className={styles['last']}>
          <Hint keys="Esc" words={asking.said.length > 0 ? 'done' : 'back'} />
        </span>
      </div>
    </div>
  )
}

const Hint = ({ keys, words }: { readonly keys: string; readonly words: string }) => (
  <span className={styles['hint']}>
    <Keycap keys={keys} />
    {words}
  </span>
)

/** Whether the actor that a row stands for may be called by the words of the tag from now on, and is not yet. */
function mayAlsoCall(tag: Annotation, chosen: Row['answer']): boolean {
  if (chosen?.is === 'means') return callAlso(tag, chosen.means) !== null
  return chosen?.is === 'new-actor' && mayBeAlias(quoteOf(tag)) && fold(chosen.name) !== fold(quoteOf(tag))
}

/** The row that is ready to be taken: the first that can be; of values the one that is set, or none. */
function beginning(question: Question | null, rows: readonly Row[], typed: string): number {
  if (question?.is === 'value') {
    if (isWritten(question.attribute)) return -1
    if (question.attribute.type === 'choices') return typed === '' ? -1 : 0
    return typed === '' ? rows.findIndex(({ isCurrent }) => isCurrent) : 0
  }
  // That it cannot be told is never taken by mistake, while there is something else to say.
  return rows.findIndex(({ answer }) => answer !== null && answer.is !== 'cannot-tell')
}

function placeholderFor(question: Question | null, tag: Annotation | null): string {
  if (question?.is === 'way') return 'One key'
  if (question?.is === 'issue') return 'Type the question'
  if (question?.is !== 'value') return 'Type a name'
  if (question.attribute.type === 'entry') return 'Type a name'
  if (!isWritten(question.attribute)) return 'One key'
  const now = tag?.attributes[question.attribute.id]
  return now === undefined ? 'Not set' : wordValue(question.attribute, now)
}

const shortened = (words: string): string =>
  words.length <= 28
    ? words
    : `${words
        .slice(0, 26)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
