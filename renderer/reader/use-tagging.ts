import { useEffect } from 'react'
import { overlap, type Span } from '../../data/model/span'
import type { Command } from '../../data/store/commands'
import { carryOut, inField, isRefusedInPast } from '../state/actions'
import { store, useShown } from '../state/store'
import type { ReaderView } from './reader-view'

/** What can be done with the selected words, by button, menu and key. */
export interface Tagging {
  readonly tag: (label: string) => void
  /** Gives the selected tag these words instead of its own; `null` when they do not touch it, or it is not mine. */
  readonly move: (() => void) | null
}

/** Tags the words that are selected in `view`: by a label's key at once, and by what the toolbar and the menu call. */
export function useTagging(view: () => ReaderView | null, article: string, picked: Span | null): Tagging {
  const selected = useShown((state) => state.selected)
  const labels = useShown((state) => state.project?.codebook.labels)
  const movable = picked !== null && selected !== null && touches(selected, picked)

  const tag = (label: string) => {
    const span = view()?.picked
    if (!span || isRefusedInPast()) return
    void carryOut({ do: 'annotate', article, spans: [span], label }, () => view()?.dropSelection())
  }

  const move = () => {
    const span = view()?.picked
    if (!span || selected === null || isRefusedInPast()) return
    const command: Command = { do: 'move', article, annotation: selected, spans: [span] }
    void carryOut(command, () => view()?.dropSelection())
  }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey
      const target = event.target instanceof Element ? event.target : null
      if (held || event.defaultPrevented || inField(target) || document.querySelector('[role=dialog]')) return
      if (!view()?.picked) return
      const label = labels?.find(({ key }) => key === event.key)
      if (label) tag(label.id)
      else if (event.key === 'm' && movable) move()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  return { tag, move: movable ? move : null }
}

function touches(annotation: string, span: Span): boolean {
  const record = store.getState().open?.mine.records.get(annotation)
  return record?.is === 'annotation' && record.target.some((range) => overlap(range, span))
}
