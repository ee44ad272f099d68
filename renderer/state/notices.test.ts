import { afterEach, beforeEach, expect, it, vi } from 'vitest'

vi.stubGlobal('requestAnimationFrame', () => 0)
const { dismissNotice, letNoticeGo, say, show } = await import('./notices')
const { store } = await import('./store')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  store.setState({ notice: null })
})
afterEach(() => vi.useRealTimers())

const said = () => store.getState().notice?.text
const fails = () => show({ kind: 'not-saved', why: 'the disk is full' })

it('lets what went wrong be read before something quiet takes its place', () => {
  fails()
  const reason = said()
  expect(reason).toMatch(/the disk is full/)
  say('From the top again.')
  letNoticeGo()
  expect(said()).toBe(reason)
  vi.advanceTimersByTime(7_000)
  say('From the top again.')
  expect(said()).toBe('From the top again.')
})

it('goes at once when it is closed, or when something else went wrong', () => {
  fails()
  show({ kind: 'not-there', what: 'annotation' })
  expect(said()).not.toMatch(/the disk is full/)
  dismissNotice()
  expect(said()).toBeUndefined()
  say('Copied.')
  expect(said()).toBe('Copied.')
})
