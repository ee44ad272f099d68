import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { HostileParley } from './hostile/hostile-parley'
import { Loopback } from './loopback'

const home = 'app://parley/index.html'

let server: Loopback
let parley: HostileParley

// Without the content security policy, which would stop some of it too: what is tried here is the other guard.
test.beforeEach(async () => {
  server = await Loopback.open()
  parley = await HostileParley.start({
    withoutPolicy: true,
    changes: {
      'navigateOnDragDrop: false': 'navigateOnDragDrop: true',
      "frame-ancestors 'none'": "frame-ancestors 'self'",
    },
  })
})
test.afterEach(async () => {
  await parley.end()
  await server.close()
})

/** Every page that the program shows, by its address, and whatever the system was asked to open. */
async function whereEverythingIs(): Promise<readonly string[]> {
  return parley.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getURL()),
  )
}

/** A moment in which whatever set out arrives. */
async function settle(): Promise<void> {
  await server.visit()
  await new Promise((resolve) => setTimeout(resolve, 250))
}

/** Leads the page away; a page that is gone by then cannot answer any more. */
async function tryTo(lead: (url: string) => unknown, url: string): Promise<void> {
  await parley.page.evaluate(lead, url).catch(() => null)
  await settle()
}

/** Takes the guards against navigation away, in the running program. */
async function takeGuardsAway(): Promise<void> {
  await parley.app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      for (const event of ['will-navigate', 'will-frame-navigate']) webContents.removeAllListeners(event)
      webContents.setWindowOpenHandler(() => ({ action: 'allow' }))
    }
  })
}

/** Ways to lead the whole window to `url`. */
const leads: Readonly<Record<string, (url: string) => void>> = {
  assign: (url) => window.location.assign(url),
  replace: (url) => window.location.replace(url),
  'a link': (url) => {
    const link = document.createElement('a')
    link.href = url
    document.body.append(link)
    link.click()
  },
  'a link to the top': (url) => {
    const link = document.createElement('a')
    link.href = url
    link.target = '_top'
    document.body.append(link)
    link.click()
  },
  'a meta refresh': (url) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0; url=${url}`
    document.head.append(meta)
  },
  'a form': (url) => {
    const form = document.createElement('form')
    form.action = url
    document.body.append(form)
    form.submit()
  },
  'a frame’s parent': (url) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentWindow?.parent.location.assign(url)
  },
}

/** Ways to another window or page. */
const openings: Readonly<Record<string, (url: string) => unknown>> = {
  open: (url) => void window.open(url),
  'open without a name': (url) => void window.open(url, '_blank', 'noopener,popup'),
  'a link to a new window': (url) => {
    const link = document.createElement('a')
    link.href = url
    link.target = '_blank'
    document.body.append(link)
    link.click()
  },
  'a picture in a picture': async () => {
    const pictures = Reflect.get(window, 'documentPictureInPicture') as
      { requestWindow: () => Promise<unknown> } | undefined
    return pictures?.requestWindow().then(
      () => 'open',
      () => 'refused',
    )
  },
  'a web view': (url) => {
    const view = document.createElement('webview')
    view.setAttribute('src', url)
    document.body.append(view)
  },
}

for (const [way, lead] of Object.entries(leads)) {
  test(`the window goes nowhere by ${way}`, async () => {
    const away = [
      `http://${server.host}/away`,
      `${home}?elsewhere`,
      'app://other/index.html',
      'data:text/html,away',
      'file:///etc/passwd',
    ]
    for (const url of away) {
      await tryTo(lead, url)
      expect(await whereEverythingIs(), url).toEqual([home])
    }
    expect(server.visits).toBe(away.length)

    // Chromium asks nobody before it shows this, so the window comes back from there.
    await tryTo(lead, 'about:blank')
    await expect.poll(whereEverythingIs).toEqual([home])
    await expect(parley.page.getByRole('main')).toBeVisible()

    await takeGuardsAway()
    await tryTo(lead, `${home}?elsewhere`)
    await expect.poll(whereEverythingIs, 'without the guards').not.toEqual([home])
  })
}

test('nothing opens another window, a web view or the browser', async () => {
  const asked = parley.desk.path('asked.txt')
  await parley.app.evaluate(({ shell }, file) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs')
    shell.openExternal = async (url) => appendFileSync(file, `${url}\n`)
    shell.openPath = async (path) => {
      appendFileSync(file, `${path}\n`)
      return ''
    }
  }, asked)
  for (const open of Object.values(openings))
    for (const url of [`http://${server.host}/`, home, 'about:blank', 'mailto:a@example.com', 'javascript:1'])
      await parley.page.evaluate(open, url)
  await settle()
  expect(await whereEverythingIs()).toEqual([home])
  expect(server.visits).toBe(1)

  // A middle click and a click with Control or Shift open a link elsewhere without any script.
  await parley.page.evaluate((url) => {
    const link = document.createElement('a')
    link.href = url
    link.textContent = 'away'
    link.style.cssText = 'position: fixed; inset: 0; z-index: 99999'
    document.body.append(link)
  }, `${home}?elsewhere`)
  const click = async () => {
    await parley.page.mouse.click(400, 300, { button: 'middle' })
    for (const key of ['Control', 'Shift'] as const) {
      await parley.page.keyboard.down(key)
      await parley.page.mouse.click(400, 300)
      await parley.page.keyboard.up(key)
    }
    await settle()
  }
  await click()
  expect(await whereEverythingIs()).toEqual([home])
  expect(existsSync(asked)).toBe(false)

  await takeGuardsAway()
  await click()
  await expect.poll(async () => (await whereEverythingIs()).length, 'without the guards').toBeGreaterThan(1)
})

test('a page or a link that is dropped anywhere on the window leads nowhere', async () => {
  const file = parley.desk.write('dropped.html', '<h1>dropped</h1>')
  // The page takes every drop; here it does not get it.
  await parley.page.evaluate(() => {
    for (const type of ['dragenter', 'dragover', 'drop'])
      window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true })
  })
  const browser = await parley.page.context().newCDPSession(parley.page)
  const dropAt = async (x: number, y: number) => {
    for (const data of [
      { items: [], files: [file], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: `file://${file}` }], dragOperationsMask: 1 },
      { items: [{ mimeType: 'text/uri-list', data: `${home}?elsewhere` }], dragOperationsMask: 1 },
    ])
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await browser.send('Input.dispatchDragEvent', { type, x, y, data })
    await settle()
  }
  const { width, height } = await parley.page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  for (const [x, y] of [
    [5, 5],
    [width / 2, height / 2],
    [width - 5, height - 5],
    [20, height / 2],
  ] as const) {
    await dropAt(x, y)
    expect(await whereEverythingIs()).toEqual([home])
  }

  await takeGuardsAway()
  await dropAt(width / 2, height / 2)
  await expect.poll(whereEverythingIs, 'without the guards').not.toEqual([home])
})

test('a frame shows nothing', async () => {
  const frame = (url: string) => {
    const element = document.createElement('iframe')
    element.src = url
    document.body.append(element)
  }
  const shown = () =>
    parley.page.evaluate(() =>
      Array.from(
        document.querySelectorAll('iframe'),
        ({ contentDocument }) => contentDocument?.title ?? 'hidden',
      ),
    )
  for (const url of [home, `${home}?elsewhere`, `http://${server.host}/`]) await tryTo(frame, url)
  expect(await shown()).toEqual(['', '', ''])
  expect(server.visits).toBe(3)

  await takeGuardsAway()
  await tryTo(frame, `${home}?elsewhere`)
  await expect.poll(shown, 'without the guards').toContain('Parley')
})
