import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../../data/model/problem'
import { isSame } from '../../../data/model/same'
import type { Result } from '../../../data/model/result'
import { unpack, type Packed } from '../../../data/record/packed'
import type { ReviewQuery } from '../../../data/review/agreement'
import { store } from '../../state/store'
import { compared, comparedNow } from './compared-state'

/** What takes longer than this, in milliseconds, is computed again only when that is asked for. */
const QUICK = 1_000
/** Tags change many times a second while somebody works; so long nothing is computed again, in milliseconds. */
const PATIENCE = 500

/** What was computed over all articles, and how far the next is. */
export interface Computed<T> {
  /** What was computed last; it stays while something else is. */
  readonly answer: T | null
  /** How long that took, in milliseconds. */
  readonly took: number
  readonly isComputing: boolean
  readonly isStopped: boolean
  readonly problem: Problem | null
}

/** Something that is computed over everybody's tags, by the thread that knows them all. */
export interface Computing<T> {
  readonly state: StoreApi<Computed<T>>
  /** Computes it anew; what is shown stays until then. */
  readonly compute: () => Promise<void>
  /** Stops. What was shown stays. */
  readonly stop: () => void
  /** Keeps it up to date with what is compared and, while that is quick, with the tags, until the returned function is called. */
  readonly keepUp: () => () => void
}

export interface Ports<T> {
  /** `null`: it was stopped. */
  readonly ask: (query: ReviewQuery) => Promise<Result<Packed<T | null>, Problem>>
  readonly cancel: () => void
}

const atFirst: Computed<never> = {
  answer: null,
  took: 0,
  isComputing: false,
  isStopped: false,
  problem: null,
}

export function computing<T extends { readonly version: number }>(ports: Ports<T>): Computing<T> {
  const state = createStore<Computed<T>>()(() => atFirst)
  /** The question whose answer is waited for; those to others come too late. */
  let latest = 0
  let query: ReviewQuery | null = null
  /** It was computed before the tags of all articles had been read: of the whole it is computed anew, however long that takes. */
  let isPartial = false
  const compute = async () => {
    const mine = ++latest
    query = comparedNow()
    if (!query || query.annotators.length < 2) return state.setState(atFirst)
    if (state.getState().isComputing) ports.cancel()
    state.setState({ isComputing: true, isStopped: false, problem: null })
    const began = performance.now()
    const wasBuilding = store.getState().record.building !== null
    const answered = await ports.ask(query)
    if (mine !== latest) return
    if (!answered.ok) return state.setState({ isComputing: false, problem: answered.error })
    const answer = unpack(answered.value)
    isPartial = wasBuilding
    if (!answer) return state.setState({ isComputing: false, isStopped: true })
    state.setState({ isComputing: false, answer, took: performance.now() - began })
  }

  const stop = () => {
    latest += 1
    ports.cancel()
    state.setState({ isComputing: false, isStopped: true })
  }

  // Whatever screen is shown: nothing of one project is seen in another.
  compared.subscribe(({ project }, before) => {
    if (project === before.project) return
    latest += 1
    query = null
    state.setState(atFirst, true)
  })

  const keepUp = () => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const { answer, took, isComputing, isStopped, problem } = state.getState()
      const { record } = store.getState()
      if (isComputing || isStopped || problem) return
      if (!answer) return void compute()
      if (answer.version >= record.version || record.building || (took > QUICK && !isPartial)) return
      clearTimeout(waiting)
      waiting = setTimeout(() => void compute(), PATIENCE)
    }
    /** Looks at what is compared now: what is known already is not computed again. */
    const begin = () => {
      if (query !== null && !isSame(query, comparedNow())) void compute()
      look()
    }
    const unsubscribe = [
      compared.subscribe((now, before) => {
        if (now.project !== before.project || now.chosen !== before.chosen) begin()
      }),
      store.subscribe((now, before) => {
        if (now.record !== before.record || now.project !== before.project) look()
      }),
      // A change that came while it was computed is looked at then.
      state.subscribe((now, before) => {
        if (before.isComputing && !now.isComputing) look()
      }),
    ]
    begin()
    return () => {
      clearTimeout(waiting)
      for (const end of unsubscribe) end()
    }
  }

  return { state, compute, stop, keepUp }
}

export const useComputed = <T, P>(of: Computing<T>, part: (state: Computed<T>) => P): P =>
  useStore(of.state, part)
