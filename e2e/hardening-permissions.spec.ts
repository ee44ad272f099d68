import { existsSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { HostileParley } from './hostile/hostile-parley'
import { Loopback } from './loopback'

let parley: HostileParley

/** The copy for this test; without the policy of content, so that what is tried is the other guard. */
const start = async (changes: Readonly<Record<string, string>> = {}) => {
  parley = await HostileParley.start({ withoutPolicy: true, changes })
}
test.afterEach(async () => parley.end())

/** The header that the page comes with and that names what it may not have. */
const withoutHeader = { '"permissions-policy"': '"x-nothing"' } as const

/** Says yes to whatever the page asks for, in the running program. */
const sayYes = () =>
  parley.app.evaluate(({ session }) => {
    session.defaultSession.setPermissionCheckHandler(() => true)
    session.defaultSession.setPermissionRequestHandler((_page, _name, answer) => answer(true))
  })

/** Every name that Chromium, in any version the app runs in, knows a permission by. */
const names = [
  'accelerometer',
  'ambient-light-sensor',
  'background-fetch',
  'background-sync',
  'bluetooth',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hand-tracking',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'local-network-access',
  'magnetometer',
  'microphone',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'push',
  'screen-wake-lock',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'web-app-installation',
  'window-management',
]

/** What Chromium says to each name: 'granted', 'denied', 'prompt', or 'unknown'. */
const states = (page: Page) =>
  page.evaluate(async (asked) => {
    const said: Record<string, string> = {}
    for (const name of asked)
      said[name] = await navigator.permissions
        .query({ name: name as PermissionName, ...(name === 'push' && { userVisibleOnly: true }) })
        .then(
          ({ state }) => state,
          () => 'unknown',
        )
    return said
  }, names)

const granted = async (): Promise<readonly string[]> => {
  const said = await states(parley.page)
  return names.filter((name) => said[name] === 'granted')
}

test('no permission is granted, whatever its name', async () => {
  await start(withoutHeader)
  const said = await states(parley.page)
  const known = names.filter((name) => said[name] !== 'unknown')
  expect(known.length).toBeGreaterThan(15)
  for (const name of known) expect(said[name], name).toBe('denied')

  await sayYes()
  expect((await granted()).length, 'without the guard').toBeGreaterThan(15)
})

test('what the header denies is denied even where the guard says yes', async () => {
  await start()
  await sayYes()
  const still = await granted()
  for (const name of ['camera', 'microphone', 'geolocation', 'clipboard-read', 'display-capture', 'midi'])
    expect(still).not.toContain(name)
})

/** Uses what the computer has. `null` where this Chromium does not have it. */
const uses = (page: Page) =>
  page.evaluate(async () => {
    const nav = navigator as unknown as Record<
      string,
      Record<string, (...args: unknown[]) => Promise<unknown>>
    >
    const win = window as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
    const works: Record<string, () => unknown> = {
      notifications: async () => (await Notification.requestPermission()) === 'granted',
      place: () => new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed)),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      'clipboard, read': () => navigator.clipboard.readText(),
      'clipboard, write': () => navigator.clipboard.writeText('x'),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      usb: () => nav['usb']!['requestDevice']!({ filters: [] }),
      hid: async () => ((await nav['hid']!['requestDevice']!({ filters: [] })) as unknown[]).length > 0,
      serial: () => nav['serial']!['requestPort']!(),
      bluetooth: () => nav['bluetooth']!['requestDevice']!({ acceptAllDevices: true }),
      fonts: async () => ((await win['queryLocalFonts']!()) as unknown[]).length > 0,
      screens: () => win['getScreenDetails']!(),
      'full screen': () => document.documentElement.requestFullscreen(),
      pointer: () => document.documentElement.requestPointerLock(),
      keyboard: () => nav['keyboard']!['lock']!(),
      awake: () => navigator.wakeLock.request('screen'),
      idle: async () => {
        const Idle = Reflect.get(window, 'IdleDetector') as { requestPermission: () => Promise<string> }
        return (await Idle.requestPermission()) === 'granted'
      },
      storage: () => navigator.storage.persist(),
      'a folder': () => win['showDirectoryPicker']!(),
      'a key': () =>
        navigator.credentials.create({
          publicKey: {
            challenge: new Uint8Array(16),
            rp: { name: 'x' },
            user: { id: new Uint8Array(8), name: 'x', displayName: 'x' },
            pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
            timeout: 500,
          },
        }),
      payment: () =>
        new PaymentRequest([{ supportedMethods: 'https://example.com/pay' }], {
          total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
        }).show(),
      motion: () => {
        const Sensor = Reflect.get(window, 'Accelerometer') as new () => EventTarget & { start: () => void }
        const sensor = new Sensor()
        return new Promise((resolve, reject) => {
          sensor.addEventListener('activate', resolve)
          sensor.addEventListener('error', reject)
          sensor.start()
        })
      },
    }
    const got: string[] = []
    for (const [name, work] of Object.entries(works)) {
      const late = new Promise((resolve) => setTimeout(() => resolve(false), 500))
      try {
        if ((await Promise.race([work(), late])) !== false) got.push(name)
      } catch {
        continue
      }
    }
    return got
  })

test('nothing of the computer is handed out', async () => {
  await start(withoutHeader)
  expect(await uses(parley.page)).toEqual([])

  await sayYes()
  expect(await uses(parley.page), 'without the guard').toEqual(
    expect.arrayContaining(['notifications', 'fonts', 'screens', 'keyboard', 'storage']),
  )
})

test('the page downloads nothing', async () => {
  await start()
  const heard = parley.desk.path('downloads.txt')
  await parley.app.evaluate(({ session }, file) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs')
    session.defaultSession.on('will-download', (event, item) => {
      appendFileSync(file, event.defaultPrevented ? 'refused\n' : 'let through\n')
      item.cancel()
    })
  }, heard)
  const download = () =>
    parley.page.evaluate(() => {
      for (const href of [URL.createObjectURL(new Blob(['x'])), 'data:application/zip,x', '/index.html']) {
        const link = document.createElement('a')
        link.href = href
        link.download = 'x.html'
        document.body.append(link)
        link.click()
      }
    })
  const outcomes = () => (existsSync(heard) ? parley.desk.read('downloads.txt').trim().split('\n') : [])
  await download()
  await expect.poll(outcomes).toContain('refused')
  await parley.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(outcomes()).not.toContain('let through')

  await parley.app.evaluate(({ session }) => {
    const [ours] = session.defaultSession.listeners('will-download')
    session.defaultSession.off('will-download', ours as () => void)
  })
  await download()
  await expect.poll(outcomes, 'without the guard').toContain('let through')
})

test('no dictionary is fetched for what is typed', async () => {
  const server = await Loopback.open()
  const type = async () => {
    await parley.page.evaluate(() => {
      const field = document.createElement('textarea')
      field.spellcheck = true
      field.lang = 'en'
      document.body.append(field)
      field.focus()
    })
    await parley.page.keyboard.type('Speling misstaks hear. ')
    await parley.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)))
  }
  const there = { 'app://nowhere/': `http://${server.host}/`, 'socks5://127.0.0.1:9': 'direct://' }
  await start(there)
  await type()
  expect(server.visits).toBe(0)
  await parley.end()

  await start({ ...there, 'setSpellCheckerLanguages([])': 'getSpellCheckerLanguages()' })
  await type()
  await expect.poll(() => server.visits, 'without the guard').toBeGreaterThan(0)
  await server.close()
})

/** What a preload script finds, whatever it was written for. */
const probe = `
const found = { sandboxed: process.sandboxed === true, isolated: process.contextIsolated === true, modules: [] }
for (const name of ['node:fs', 'fs', 'child_process', 'net', 'os'])
  try { require(name); found.modules.push(name) } catch {}
electron.contextBridge.exposeInMainWorld('found', found)
`
const found = () => parley.page.evaluate(() => Reflect.get(window, 'found') as unknown)

test('even a preload script in bad hands reaches neither files nor programs nor the network', async () => {
  parley = await HostileParley.start({ preload: probe })
  expect(await found()).toEqual({ sandboxed: true, isolated: true, modules: [] })
  await parley.end()

  parley = await HostileParley.start({ preload: probe, changes: { 'sandbox: true': 'sandbox: false' } })
  expect(await found(), 'without the sandbox').toMatchObject({
    modules: expect.arrayContaining(['fs', 'net']),
  })
})

/** What the running program answers when something asks for a password or a certificate, or shows one that is not to be believed. */
const answered = () =>
  parley.app.evaluate(({ app, BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    const ask = (event: string, ...about: readonly unknown[]) => {
      const told = { isPrevented: false, answers: [] as unknown[][] }
      const prevented = { preventDefault: () => void (told.isPrevented = true) }
      app.emit(event, prevented, page, ...about, (...given: unknown[]) => {
        told.answers.push(given)
      })
      return told
    }
    return {
      shown: ask('certificate-error', 'https://parley.test', 'net::ERR_CERT_INVALID', {}),
      certificate: ask('select-client-certificate', 'https://parley.test', [{ subjectName: 'Ada Quill' }]),
      password: ask('login', { url: 'https://parley.test' }, { isProxy: true }),
    }
  })

test('nobody is given a password or a certificate, and none is believed that should not be', async () => {
  await start()
  expect(await answered()).toEqual({
    shown: { isPrevented: true, answers: [[false]] },
    certificate: { isPrevented: true, answers: [[]] },
    password: { isPrevented: true, answers: [[]] },
  })

  await parley.app.evaluate(({ app }) => {
    for (const event of ['certificate-error', 'select-client-certificate', 'login'])
      app.removeAllListeners(event)
  })
  const open = { isPrevented: false, answers: [] }
  expect(await answered(), 'without the guard').toEqual({ shown: open, certificate: open, password: open })
})

test('there are no developer tools', async () => {
  await start()
  const opened = async (within: number) => {
    for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J']) await parley.page.keyboard.press(key)
    return parley.app.evaluate(async ({ BrowserWindow }, patience) => {
      const [window] = BrowserWindow.getAllWindows()
      const opening = new Promise<boolean>((resolve) => {
        window?.webContents.once('devtools-opened', () => resolve(true))
        setTimeout(() => resolve(window?.webContents.isDevToolsOpened() ?? false), patience)
      })
      window?.webContents.openDevTools()
      return opening
    }, within)
  }
  expect(await opened(2_000)).toBe(false)
  await parley.end()

  await start({
    'devTools: development': 'devTools: true',
    'cancel: !mayLoad(url, served)': 'cancel: false',
  })
  expect(await opened(20_000), 'without the guard').toBe(true)
})
