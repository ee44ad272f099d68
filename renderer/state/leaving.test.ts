import { expect, it, vi } from 'vitest'

class Field {
  blur = () => store.setState({ pending: 1 })
}
const left = vi.fn(async () => null)
vi.stubGlobal('window', { workbench: { left } })
vi.stubGlobal('HTMLElement', Field)
vi.stubGlobal('document', { activeElement: new Field() })
const { leave } = await import('./leaving')
const { store } = await import('./store')

it('sends what is being typed, and says that all is sent when it is answered', async () => {
  const leaving = leave()
  await Promise.resolve()
  expect(store.getState().pending).toBe(1)
  expect(left).not.toHaveBeenCalled()

  store.setState({ pending: 0 })
  await leaving
  expect(left).toHaveBeenCalledOnce()
})
