import { afterEach, beforeEach, expect, it, vi } from 'vitest'

vi.stubGlobal('requestAnimationFrame', () => 0)
const { dismissNotice, letNoticeGo, say, show } = await import('./notices')
const { store } = await import('./store')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] })
  store.setState({ notice: null })
})
afterEach(() => vi.useRealTimers())

const said = () => store.getState().notice?.text
const fails = () => show({ kind: 'not-saved', why: 'the disk is full' })

it('lets what went wrong be read before something quiet takes its place', () => {
  fails()
  const reason = said()
  expect(reason).toMatch(/the disk is full/)
  say('Exported 3 tags.')
  expect(said()).toBe(reason)
  vi.advanceTimersByTime(2_900)
  expect(said()).toBe(reason)
  vi.advanceTimersByTime(100)
  expect(said()).toBe('Exported 3 tags.')
  say('Copied.')
  expect(said()).toBe('Copied.')
})

it('says what waited as soon as what went wrong is closed', () => {
  fails()
  say('Exported 3 tags.')
  dismissNotice()
  expect(said()).toBe('Exported 3 tags.')
  dismissNotice()
  expect(said()).toBeUndefined()
})

it('says nothing of what one has gone on from', () => {
  fails()
  const reason = said()
  say('From the top again.')
  letNoticeGo()
  vi.advanceTimersByTime(5_000)
  expect(said()).toBe(reason)
  letNoticeGo()
  expect(said()).toBeUndefined()
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
