import type { IpcMainInvokeEvent } from 'electron'
import { expect, it } from 'vitest'
import { channelNames, type ChannelName } from '../ipc/contract'
import { answerWindow, type Handlers } from './answer'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** A wire without Electron: every handler notes its name and answers `null`, but for those given. */
function wired(own: Partial<Handlers> = {}, isOurs = () => true, isClosing = false) {
  const listeners = new Map<string, Listener>()
  const called: string[] = []
  const said: string[] = []
  const quiet = channelNames.map((name) => [
    name,
    () => {
      called.push(name)
      return null
    },
  ])
  answerWindow(
    { handle: (wire, listener) => void listeners.set(wire, listener) },
    { ...(Object.fromEntries(quiet) as unknown as Handlers), ...own },
    {
      isOurs,
      isClosing: () => isClosing,
      badRequest: (channel, where) => said.push(`bad request: ${channel} ${where}`),
      log: (what) => said.push(what),
    },
  )
  const ask = async (name: ChannelName, ...args: unknown[]) =>
    listeners.get(`parley:${name}`)!({} as IpcMainInvokeEvent, ...args)
  return { ask, called, said, wires: [...listeners.keys()] }
}

it('listens on every channel of the contract and on no other', () => {
  expect(wired().wires).toEqual(channelNames.map((name) => `parley:${name}`))
})

it('hands a message of the right shape to its handler', async () => {
  const { ask, called } = wired()
  await expect(ask('chooseArticles', 'files')).resolves.toBeNull()
  expect(called).toEqual(['chooseArticles'])
})

it('refuses a stranger before it looks at the message', async () => {
  const { ask, called, said } = wired({}, () => false)
  await expect(ask('undo')).rejects.toThrow('refused')
  expect(called).toEqual([])
  expect(said).toEqual(['A message to undo was refused: the sender'])
})

it('refuses a page that is gone while its window closes, and complains of nothing', async () => {
  const { ask, called, said } = wired({}, () => false, true)
  await expect(ask('undo')).rejects.toThrow('refused')
  expect(called).toEqual([])
  expect(said).toEqual([])
})

it('refuses a message of another shape, and says where', async () => {
  const { ask, called, said } = wired()
  await expect(ask('carryOut', { do: 'unlink', article: 'x', link: 'y' })).rejects.toThrow('refused')
  expect(called).toEqual([])
  expect(said[0]).toBe('bad request: carryOut 0.article')
})

it('refuses a message that is too heavy, too deep or not plain before it looks at its shape', async () => {
  const { ask, called, said } = wired()
  const deep: unknown = JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`)
  for (const message of ['x'.repeat(5_000_000), deep, new Map()])
    await expect(ask('rename', message)).rejects.toThrow('refused')
  expect(called).toEqual([])
  expect(said).toEqual(
    ['too heavy', 'too deep', 'not plain'].map((why) => `A message to rename was refused: ${why}`),
  )
})

it('takes a whole text file where texts are expected', async () => {
  const { ask } = wired()
  const bytes = new Uint8Array(20 * 1024 * 1024)
  await expect(ask('readTexts', [{ name: 'a.txt', bytes }])).resolves.toBeNull()
})

it('tells the page nothing of a bug but that there is one', async () => {
  const { ask, said } = wired({
    undo: () => {
      throw new Error('/home/ada/secret')
    },
  })
  await expect(ask('undo')).rejects.toThrow(/^failed inside$/)
  expect(said).toEqual(['The answer to undo failed'])
})

it('refuses a frame that is gone while it is looked at', async () => {
  const { ask, called } = wired({}, () => {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  })
  await expect(ask('undo')).rejects.toThrow(/^refused$/)
  expect(called).toEqual([])
})

it('answers two thousand texts that are sent one after the other', async () => {
  const { ask, called } = wired()
  const text = { name: 'a.txt', bytes: new Uint8Array([65]) }
  for (let i = 0; i < 2000; i++) await expect(ask('readTexts', [text])).resolves.toBeNull()
  expect(called).toHaveLength(2000)
})

it('answers in the order of the questions, and refuses what a flood sends beyond what may wait', async () => {
  const heard: string[] = []
  const { ask, said } = wired({
    openRecent: (id) => {
      heard.push(id)
      return { ok: true, value: null }
    },
  })
  const all = await Promise.allSettled(Array.from({ length: 5000 }, (_, i) => ask('openRecent', String(i))))
  const answered = all.flatMap(({ status }, i) => (status === 'fulfilled' ? [String(i)] : []))
  expect(heard).toEqual(answered)
  expect(answered.length).toBeGreaterThanOrEqual(2500)
  expect(answered.length).toBeLessThan(3500)
  expect(said.length).toBeLessThanOrEqual(40)
  expect(said).toContain('A message to openRecent was refused: too fast')
})
