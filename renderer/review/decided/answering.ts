import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { carryOut } from '../../state/actions'
import { store } from '../../state/store'

interface Answering {
  /** What is typed in answer to decisions and not sent, by their ids: it stays while other tags are looked at. */
  readonly typed: ReadonlyMap<string, string>
}

const answering = createStore<Answering>()(() => ({ typed: new Map() }))

store.subscribe(({ project }, before) => {
  if (project?.project.id !== before.project?.project.id) answering.setState({ typed: new Map() })
})

export const typedAnswer = (decision: string): string => answering.getState().typed.get(decision) ?? ''
export const useTypedAnswer = (decision: string): string =>
  useStore(answering, ({ typed }) => typed.get(decision) ?? '')

export function typeAnswer(decision: string, words: string): void {
  const typed = new Map(answering.getState().typed)
  if (words === '') typed.delete(decision)
  else typed.set(decision, words)
  answering.setState({ typed })
}

/** Sends what is typed. Refused, it stands in the field again, before whatever was typed there since. */
export async function sendAnswer(article: string, decision: string): Promise<void> {
  const words = typedAnswer(decision).trim()
  if (words === '') return
  typeAnswer(decision, '')
  if (await carryOut({ do: 'answer', article, decision, text: words })) return
  const since = typedAnswer(decision)
  typeAnswer(decision, since === '' ? words : `${words}\n${since}`)
}
