import { expect, test } from '@playwright/test'
import { channelNames } from '../electron/ipc/contract'
import { HostileParley, type HostileWishes } from './hostile/hostile-parley'

let parley: HostileParley

test.afterEach(async () => parley.end())

const start = async (wishes: HostileWishes = {}) => {
  parley = await HostileParley.start(wishes)
}

/** A preload script in bad hands: it lets the page send anything, past the contract. */
const anything = `
electron.contextBridge.exposeInMainWorld('wire', {
  send: (channel, ...args) => electron.ipcRenderer.invoke(channel, ...args),
  post: (channel, text) => electron.ipcRenderer.invoke(channel, JSON.parse(text)),
})
`
interface Wire {
  readonly send: (channel: string, ...args: unknown[]) => Promise<unknown>
  /** Sends what the text means as JSON, so that `__proto__` arrives as a field. */
  readonly post: (channel: string, text: string) => Promise<unknown>
}

/** What comes back for each message that is sent past the contract: 'answered', or the words of the refusal. */
const sent = (messages: readonly (readonly [channel: string, json: string])[]) =>
  parley.page.evaluate(async (all) => {
    const wire = Reflect.get(window, 'wire') as Wire
    const back: string[] = []
    for (const [channel, json] of all)
      back.push(
        await wire.post(channel, json).then(
          () => 'answered',
          (error: unknown) =>
            error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error),
        ),
      )
    return back
  }, messages)

const article = 'abcdefghijklmnopqrstuvwxyz'

test('the page has the functions of the contract and nothing else, and cannot change them', async () => {
  await start()
  const expected = [...channelNames.filter((name) => name !== 'readDropped'), 'listen', 'drop']
  const seen = await parley.page.evaluate(() => {
    'use strict'
    const { workbench } = window
    const before = workbench.undo
    const change = (work: () => unknown) => {
      try {
        return work() === false ? 'refused' : 'changed'
      } catch {
        return 'refused'
      }
    }
    const changes = {
      add: change(() => Reflect.set(workbench, 'more', 1)),
      set: change(() => Reflect.set(workbench, 'undo', () => null)),
      delete: change(() => Reflect.deleteProperty(workbench, 'undo')),
      replace: change(() => Reflect.set(window, 'workbench', {})),
      remove: change(() => Reflect.deleteProperty(window, 'workbench')),
    }
    return {
      keys: Object.keys(workbench),
      functions: Object.values(workbench).every((value) => typeof value === 'function'),
      frozen: Object.isFrozen(workbench),
      same: window.workbench === workbench && workbench.undo === before,
      changes,
    }
  })
  expect(seen.keys.toSorted()).toEqual(expected.toSorted())
  expect(seen).toMatchObject({ functions: true, frozen: true, same: true })
  expect(Object.values(seen.changes)).toEqual(Object.values(seen.changes).map(() => 'refused'))
  const ofTheWire = ['invoke', 'send', 'sendSync', 'sendToHost', 'postMessage', 'on', 'once', 'off', 'emit']
  expect(seen.keys.filter((name) => ofTheWire.includes(name))).toEqual([])
})

test('an event comes without what sent it', async () => {
  await start()
  const heard = parley.page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        window.workbench.listen((...args: unknown[]) => {
          // The program may tell of something itself meanwhile.
          if (Reflect.get(Object(args[0]), 'is') === 'menu')
            resolve(
              args.map((arg) =>
                typeof arg === 'object' && arg ? Object.keys(arg).toSorted().join() : typeof arg,
              ),
            )
        })
      }),
  )
  await parley.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('parley:event', {
      is: 'menu',
      command: 'library.find',
    }),
  )
  expect(await heard).toEqual(['command,is'])
})

test('a message that would reach a prototype, or is too heavy or too deep, is refused in plain words', async () => {
  await start({ preload: anything })
  const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`
  const back = await sent([
    ['parley:carryOut', `{"do":"unlink","article":"${article}","link":"x","__proto__":{"polluted":true}}`],
    ['parley:carryOut', '{"__proto__":{"polluted":true}}'],
    ['parley:carryOut', '{"constructor":{"prototype":{"polluted":true}}}'],
    ['parley:correctImport', '{"metadata":{"__proto__":{"polluted":true}}}'],
    ['parley:rename', JSON.stringify('x'.repeat(9_000_000))],
    ['parley:rename', deep(100)],
    ['parley:carryOut', deep(900)],
    ['parley:openArticle', '"../../../etc/passwd"'],
    ['parley:openArticle', '"\\u0000"'],
    ['parley:openRecent', '"__proto__"'],
    ['parley:openRecent', '"constructor"'],
    ['parley:exportSet', '{"format":"__proto__","article":null,"annotators":[]}'],
    ['parley:event', '1'],
    ['parley:nothing', '1'],
    ['ELECTRON_BROWSER_REQUIRE', '"fs"'],
  ])
  expect(back.slice(0, 9)).toEqual(back.slice(0, 9).map(() => expect.stringContaining('Error: refused')))
  // Nothing of this computer or of the program is in any of the words.
  for (const words of back)
    expect(words).not.toMatch(/out\/main|parley-story|electron\/main|node:internal|answer\.ts/)
  expect(await parley.page.evaluate(() => 'polluted' in {})).toBe(false)
  expect(await parley.app.evaluate(() => 'polluted' in {})).toBe(false)
  const log = parley.desk.read('home/parley.log')
  for (const refusal of [
    'carryOut was refused: not plain',
    'rename was refused: too heavy',
    'carryOut was refused: too deep',
  ])
    expect(log).toContain(`A message to ${refusal}`)
})

test('a handler that fails says nothing of why', async () => {
  await start({ preload: anything })
  await parley.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => {
      throw new Error('/home/ada/secret')
    }
  })
  const words = await parley.page.evaluate(async () => {
    const wire = Reflect.get(window, 'wire') as Wire
    return wire.send('parley:openProject').catch((error: Error) => `${error.message}\n${error.stack}`)
  })
  expect(words).toContain('Error: failed inside')
  expect(words).not.toMatch(/ada|out\/main/)
})

/** Asks for an undo in another window that shows our page with our preload script. */
const askFromAnotherWindow = () =>
  parley.app.evaluate(async ({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await other.loadURL('app://parley/index.html')
    const ask = 'window.workbench.undo().then(() => "answered", (error) => error.message)'
    return String(await other.webContents.executeJavaScript(ask))
  }, parley.desk.path('app/out/preload/index.cjs'))

test('another window of the same program is not answered, though it shows our page', async () => {
  await start()
  expect(await askFromAnotherWindow()).toMatch(/Error: refused$/)
  await parley.end()

  await start({
    changes: { 'sender !== window ||': 'false ||', 'senderFrame === window.mainFrame &&': 'true &&' },
  })
  expect(await askFromAnotherWindow(), 'without the guard').toBe('answered')
})

/** Asks for an undo in a frame that shows our page with our preload script, as a window of ours never lets it. */
async function askFromFrame(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  await start({
    withoutPolicy: true,
    changes: {
      'nodeIntegrationInSubFrames: false': 'nodeIntegrationInSubFrames: true',
      "frame-ancestors 'none'": "frame-ancestors 'self'",
      ...changes,
    },
  })
  await parley.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      for (const event of ['will-navigate', 'will-frame-navigate']) webContents.removeAllListeners(event)
  })
  return parley.page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = 'app://parley/index.html?frame'
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve))
    const inside = frame.contentWindow as (Window & typeof globalThis) | null
    return inside!.workbench.undo().then(
      () => 'answered',
      (error: unknown) => String(error),
    )
  })
}

test('a frame in the page is not answered, though it shows our page', async () => {
  expect(await askFromFrame()).toMatch(/Error: refused$/)
  await parley.end()
  const withoutGuard = { 'senderFrame.parent === null && senderFrame === window.mainFrame &&': '' }
  expect(await askFromFrame(withoutGuard), 'without the guard').toBe('answered')
})

test('a flood of messages is refused, the log stays short, and whoever comes after it is answered', async () => {
  await start()
  const flood = await parley.page.evaluate(async () => {
    const all = Array.from({ length: 20_000 }, () => window.workbench.openRecent('nothing'))
    const back = await Promise.allSettled(all)
    return back.filter(({ status }) => status === 'rejected').length
  })
  expect(flood).toBeGreaterThan(10_000)
  expect(await parley.page.evaluate(async () => (await window.workbench.start()).version)).toMatch(/^\d/)
  const log = parley.desk.read('home/parley.log').trim().split('\n')
  expect(log.length).toBeGreaterThan(0)
  expect(log.length).toBeLessThan(400)
  expect(log[0]).toContain('A message to openRecent was refused: too fast')
})
