import type { DecisionReason } from '../../../data/model/review-records'
import type { AnyCommand } from '../../../data/store/registry-commands'
import { carryOut, say } from '../../state/actions'
import { store } from '../../state/store'
import { goToGroup } from '../review-ui'
import { decideCommand, decideMany, mergeCommand, unless, type Choice, type Unless } from './decide-command'
import { presetReason } from './difference-words'
import { differencesUi, pick, sayingNow, sayNothing, setDraft } from './differences-ui'
import { nextFrom, type Difference } from './differences'
import { madeFor } from './draft'
import { reviewNow } from './review-now'
import { sayAgain } from './said-again'

const why: Readonly<Record<Unless, string>> = {
  'no-reading': 'There is no tag of theirs to accept. Accept the other, or reject it.',
  'one-reading': 'There is only one reading. Contested keeps two or more.',
  link: 'A link is accepted, rejected or changed.',
}

export const unlessInWords = (difference: Difference, choice: Choice): string | false => {
  const found = unless(difference, choice)
  return found !== null && why[found]
}

/** What a choice suggests as its reason. Whoever rejects a tag that only one has does not do it because others missed it. */
const suggested = (difference: Difference, choice: Choice): DecisionReason | null => {
  const reason = presetReason(difference)
  return choice.is === 'reject' && reason === 'missed' ? null : reason
}

/** The reason that goes along: what was chosen, else what the difference suggests. */
export function reasonFor(difference: Difference, choice: Choice | null = null): DecisionReason | null {
  const { reason } = differencesUi.getState()
  if (reason !== undefined) return reason
  const mine = myDecision(difference)
  if (mine && !choice) return mine.reason
  return mine?.reason ?? (choice ? suggested(difference, choice) : presetReason(difference))
}

/** What I have decided on a difference; `null`: nothing, or it was by somebody else. */
export function myDecision({ decided }: Difference) {
  const me = store.getState().project?.me.id
  return decided.find(({ by }) => by === me)?.decision ?? null
}

/** Several differences that are to be decided on together; none: the one that one stands at. */
export function pickedNow(): readonly Difference[] {
  const { picked } = differencesUi.getState()
  return picked.size === 0 ? [] : (reviewNow()?.shown.filter(({ key }) => picked.has(key)) ?? [])
}

/** Decides on the difference that one stands at, or on all that are selected, and goes on to the next that is open. */
export function choose(choice: Choice): void {
  const many = pickedNow()
  if (many.length > 1 && (choice.is === 'accept' || choice.is === 'reject'))
    return chooseForMany(many, choice)
  const at = reviewNow()?.at
  if (!at) return
  const found = unlessInWords(at, choice)
  if (found !== false) return say(found)
  const { note } = differencesUi.getState()
  const said = { reason: reasonFor(at, choice), note: note || myDecision(at)?.note || '' }
  const isMerge = choice.is === 'draft' && choice.draft.action === 'merge' && many.length > 1
  const [first, ...others] = isMerge ? many : [at]
  const command = isMerge
    ? mergeCommand([first ?? at, ...others], choice.draft, said)
    : decideCommand(at, choice, said)
  const decided = new Set(isMerge ? many.map(({ key }) => key) : [at.key])
  const next = nextFrom(
    reviewNow()?.shown ?? [],
    at.key,
    1,
    ({ key, standing }) => standing === 'open' && !decided.has(key),
  )
  const made = choice.is === 'draft' ? madeFor(choice.draft) : []
  send(made.length === 0 ? command : { do: 'together', as: 'assign-new', commands: [...made, command] }, at)
  if (isMerge) pick([])
  goOnTo(at, next)
}

/** Sends what was decided; where it is refused, what was said with it is said again, at `from`. */
function send(command: AnyCommand, from: Difference, shown?: () => void): void {
  const kept = { saying: sayingNow(), picked: pickedNow().map(({ key }) => key) }
  void carryOut(command, shown).then((changes) => changes ?? sayAgain(from, kept))
}

function chooseForMany(
  many: readonly Difference[],
  choice: Extract<Choice, { is: 'accept' | 'reject' }>,
): void {
  const { note, reason } = differencesUi.getState()
  const commands = decideMany(many, choice, (each) => ({
    reason: reason === undefined ? suggested(each, choice) : reason,
    note,
  }))
  if (commands.length === 0) return say(why['no-reading'])
  const left = many.length - commands.length
  send({ do: 'together', as: 'decide-many', commands }, reviewNow()?.at ?? many[0]!, () => {
    const of = commands.length === 1 ? '1 difference' : `${commands.length} differences`
    say(`Decided on ${of}.${left > 0 ? ` ${left} had no such tag and stay as they were.` : ''}`, true)
    pick([])
  })
}

function goOnTo(from: Difference, next: Difference | null): void {
  sayNothing()
  goToGroup(next?.key ?? from.key)
}

/** Takes back what I decided on the difference that one stands at. */
export function withdraw(): void {
  const at = reviewNow()?.at
  const decision = at && myDecision(at)
  if (!at || !decision) return say('You have decided nothing on this difference.')
  void carryOut({ do: 'withdraw-decision', article: at.article, decision: decision.id })
  goToGroup(at.key)
}

export function leaveDraft(): void {
  setDraft(null)
  focusList()
}

export const saveDraft = (): void => {
  const { draft } = differencesUi.getState()
  if (draft) choose({ is: 'draft', draft })
  focusList()
}

/** The keys go to the list of differences. */
export function focusList(): void {
  document.querySelector<HTMLElement>('[data-differences] [aria-current]')?.focus({ preventScroll: true })
}
