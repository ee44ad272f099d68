import { beforeEach, expect, it, vi } from 'vitest'
import type { Article } from '../../data/model/article'
import { soon } from './soon'
import type { OpenedArticle } from './state'
import { store } from './store'

const opened = (id: string): OpenedArticle => ({
  article: { id } as Article,
  mine: { annotator: 'ada', records: new Map() },
  others: [],
})

let frames: (() => void)[] = []
/** Draws a frame, and lets what waits for the end of one have its turn. */
async function frame(): Promise<void> {
  const due = frames
  frames = []
  for (const call of due) call()
  await new Promise((resolve) => setTimeout(resolve, 5))
}

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call))
  store.setState({ open: null, opening: null, selected: null })
  while (frames.length > 0) await frame()
})

it('follows two frames later, with all that changed until then', async () => {
  store.setState({ selected: 'a' })
  await frame()
  store.setState({ selected: 'b' })
  expect(soon.getState().selected).toBeNull()
  await frame()
  expect(soon.getState().selected).toBe('b')
})

it('follows an article that came meanwhile two frames after it came', async () => {
  store.setState({ opening: 'a' })
  await frame()
  store.setState({ opening: null, open: opened('a') })
  await frame()
  expect(soon.getState().open).toBeNull()
  await frame()
  await frame()
  expect(soon.getState().open?.article.id).toBe('a')
})
