import type { Lint } from '../../data/lints/lint'
import { labelOf } from '../../data/model/codebook'
import type { SingleCommand } from '../../data/store/registry-commands'
import { activeReader } from '../reader/active-reader'
import { carryOut, deleteTag, letNoticeGo, isRefusedInPast, say, select } from '../state/actions'
import { store } from '../state/store'
import { ask, askValue } from '../statements/flow'
import { counted } from '../ui/words'
import { sentenceOf } from './lint-words'
import { lintsNow, lintsShown } from './lints-now'

/** Shows where it is: selects its tag, or the words that have none. The focus stays where it is, unless it `moves` there. */
export function goToLint(lint: Lint, moves = true): void {
  const view = activeReader()
  const [place] = lint.places
  if (!view || !place) return
  lintsShown.setState({ reached: lint.key })
  if (moves) view.focus()
  if (lint.tag === null) {
    select(null)
    view.reading.select(place)
  } else {
    view.reading.select({ start: place.start, end: place.start })
    // One that is selected already may have been scrolled away from: it is gone to again.
    select(null)
    select(lint.tag)
    if (moves) view.focusTag(lint.tag)
  }
}

/** Goes to the next from where one is, or the one before, and says what it is. Begins again after the last. */
export function stepToLint(step: 1 | -1): void {
  const { open } = lintsNow()
  const view = activeReader()
  if (!view || open.length === 0) return say('Nothing in this article is worth another look.')
  const { reached } = lintsShown.getState()
  const at = open.findIndex(({ key }) => key === reached)
  const here = view.reading.caret ?? view.picked?.start ?? 0
  const isPast = (lint: Lint) => (lint.places[0]?.start ?? 0) >= here
  const near = step === 1 ? open.findIndex(isPast) : open.findLastIndex((lint) => !isPast(lint))
  const next = at >= 0 ? at + step : near
  const lint = open[(next + open.length) % open.length] ?? open[0]!
  lintsShown.setState({ isUnfolded: true, showsDismissed: false })
  goToLint(lint)
  const goesRound = at >= 0 && (next < 0 || next >= open.length)
  const round = goesRound ? (step === 1 ? 'From the top again. ' : 'From the end again. ') : ''
  say(`${round}${sentenceOf(lint)} ${open.indexOf(lint) + 1} of ${open.length}.`)
}

/** The lint that one has come to, if it is there still. */
export function reachedLint(): Lint | null {
  const { lints, reached } = lintsShown.getState()
  const { open } = store.getState()
  if (lints.article !== open?.article.id) return null
  return lints.open.find(({ key }) => key === reached) ?? null
}

/** Mends it as one step, or asks for what only a person can tell. */
export function mend(lint: Lint): void {
  if (isRefusedInPast()) return
  const { open, project } = store.getState()
  if (!open || !project) return
  const article = open.article.id
  const { fix } = lint
  switch (fix.is) {
    case 'ask-actor':
      goToLint(lint)
      return ask('who')
    case 'ask-value':
      goToLint(lint)
      return askValue(fix.tag, fix.attribute)
    case 'tag': {
      const { label, means } = fix
      const commands = fix.places.map(
        (span) => ({ do: 'annotate', article, spans: [span], label, means }) as const,
      )
      const name = labelOf(project.codebook, label)?.name.toLowerCase() ?? label
      activeReader()?.dropSelection()
      return void take(commands, `Tagged ${counted(commands.length, 'place')} as ${name}.`)
    }
    case 'move': {
      const spans = fix.spans.map(({ start, end }) => ({ start, end }))
      return void take([{ do: 'move', article, annotation: fix.tag, spans }], 'The tag has whole words now.')
    }
    case 'delete':
      return void deleteTag(fix.tag)
  }
}

/** What goes together is one step. */
async function take(commands: readonly SingleCommand[], said: string): Promise<void> {
  const [only] = commands
  if (!only) return
  const step = commands.length === 1 ? only : ({ do: 'together', as: 'mend', commands } as const)
  if ((await carryOut(step)) !== null) say(said, true)
}

/** Lets it stand, for good. */
export async function dismiss(lint: Lint): Promise<void> {
  const { open } = store.getState()
  if (!open || isRefusedInPast()) return
  const changes = await carryOut({ do: 'dismiss', article: open.article.id, lint: lint.key })
  if (changes) say('Dismissed. It will not be listed again.', true)
}

/** Lists it again. */
export function heed(lint: Lint): void {
  const { open } = store.getState()
  if (!open || isRefusedInPast()) return
  letNoticeGo()
  void carryOut({ do: 'heed', article: open.article.id, lint: lint.key })
}
