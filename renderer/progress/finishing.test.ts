import { expect, it, vi } from 'vitest'
import type { Workbench } from '../../electron/ipc/contract'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import type { Article } from '../../data/model/article'
import type { Command } from '../../data/store/commands'
import type { State } from '../state/state'

const sent: Command['do'][] = []
const workbench: Partial<Workbench> = {
  carryOut: (command) => {
    sent.push(command.do as Command['do'])
    return new Promise(() => {})
  },
}
vi.stubGlobal('window', { workbench })
vi.stubGlobal('requestAnimationFrame', () => 0)
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('matchMedia', () => ({ addEventListener: () => undefined }))
const { isDoneHere, toggleDone } = await import('./finishing')
const { store } = await import('../state/store')

it('says that I am done as soon as I said so, so that saying it twice is taking it back', () => {
  const article = { id: 'a', text: 'Reszek said no.' } as Article
  store.setState({
    project: { project: { id: 'p' }, codebook, registry: [], articles: [] } as unknown as State['project'],
    open: { article, mine: { annotator: 'ada', records: new Map() }, others: [] },
  })
  const done = [isDoneHere(store.getState())]
  for (let press = 0; press < 3; press++) {
    void toggleDone()
    done.push(isDoneHere(store.getState()))
  }
  expect(sent).toEqual(['finish', 'take-up', 'finish'])
  expect(done).toEqual([false, true, false, true])
})
