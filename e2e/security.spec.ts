import { Loopback } from './loopback'
import { expect, test } from './workbench'

test('no script in the page gets out to the network', async ({ parley }) => {
  parley.expectedComplaints = /Content Security Policy|ERR_BLOCKED_BY_CLIENT|ERR_FAILED|WebSocket|Trusted/
  const server = await Loopback.open()
  await server.visit()
  expect(server.visits).toBe(1)

  await parley.start()
  const { page } = parley
  const tried = await page.evaluate(async (host) => {
    const outcome = async (work: () => unknown) => {
      try {
        return String(await work())
      } catch {
        return 'refused'
      }
    }
    const loaded = (element: HTMLElement) =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => reject(new Error('not loaded')))
        document.body.append(element)
      })
    const made = (tag: string, attribute: string, value: string) => {
      const element = document.createElement(tag)
      element.setAttribute(attribute, value)
      return element
    }
    const socket = () =>
      new Promise((resolve, reject) => {
        const ws = new WebSocket(`ws://${host}/`)
        ws.addEventListener('open', () => resolve('open'))
        ws.addEventListener('error', () => reject(new Error('closed')))
      })
    return {
      fetch: await outcome(() => fetch(`http://${host}/`, { mode: 'no-cors' })),
      image: await outcome(() => loaded(made('img', 'src', `http://${host}/a.png`))),
      script: await outcome(() => loaded(made('script', 'src', `http://${host}/a.js`))),
      style: await outcome(() => {
        const link = made('link', 'href', `http://${host}/a.css`)
        link.setAttribute('rel', 'stylesheet')
        return loaded(link)
      }),
      socket: await outcome(socket),
      beacon: await outcome(() => navigator.sendBeacon(`http://${host}/`, 'x')),
      popup: await outcome(() => window.open(`http://${host}/`)),
    }
  }, server.host)
  expect(tried).toEqual({
    fetch: 'refused',
    image: 'refused',
    script: 'refused',
    style: 'refused',
    socket: 'refused',
    beacon: expect.stringMatching(/false|true|refused/),
    popup: 'null',
  })

  for (const lead of [
    (url: string) => window.location.assign(url),
    (url: string) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
    },
    (url: string) => {
      const form = document.createElement('form')
      form.action = url
      document.body.append(form)
      form.submit()
    },
    (url: string) => {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
    },
  ])
    await page.evaluate(lead, `http://${server.host}/away`)

  // Playwright still waits for the page to go where it was led, so it is asked without its locators.
  const windows = await parley.program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  )
  expect(windows).toEqual(['app://parley/index.html'])
  expect(await page.evaluate(() => document.querySelectorAll('[role=option]').length)).toBe(10)
  await server.visit()
  expect(server.visits).toBe(2)
  await server.close()
})

test('the page runs no text as a script, and has nothing of Node or Electron', async ({ parley }) => {
  parley.expectedComplaints = /Content Security Policy|Trusted/
  await parley.start()
  const found = await parley.page.evaluate(async () => {
    // From a timer, since the policy spares what the debugger itself calls.
    const outcome = (work: () => unknown) =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            work()
            resolve('done')
          } catch {
            resolve('refused')
          }
        }),
      )
    const attack = 'window.ran = true'
    const button = document.createElement('button')
    const script = document.createElement('script')
    const outcomes = {
      eval: await outcome(() => Reflect.apply(Reflect.get(window, 'eval'), window, [attack])),
      function: await outcome(() => Reflect.apply(Reflect.construct(Function, [attack]), window, [])),
      timer: await outcome(() => Reflect.apply(setTimeout, window, [attack])),
      markup: await outcome(() => button.insertAdjacentHTML('beforeend', `<img src=x onerror="${attack}">`)),
      script: await outcome(() => {
        script.textContent = attack
        document.body.append(script)
      }),
    }
    await outcome(() => {
      button.setAttribute('onclick', attack)
      document.body.append(button)
      button.click()
    })
    button.remove()
    script.remove()
    const names = ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'ipcRenderer', 'electron']
    return { outcomes, ran: 'ran' in window, globals: names.filter((name) => name in window) }
  })
  expect(found).toEqual({
    outcomes: {
      eval: 'refused',
      function: 'refused',
      timer: 'refused',
      markup: 'refused',
      script: 'refused',
    },
    ran: false,
    globals: [],
  })
  expect(await parley.page.evaluate(() => Object.isFrozen(window.workbench))).toBe(true)
})

test('the content security policy allows no inline script, no compiled text and no connection', async ({
  parley,
}) => {
  await parley.start()
  const policy = await parley.program.app.evaluate(async ({ session }) => {
    const answer = await session.defaultSession.fetch('app://parley/index.html')
    return answer.headers.get('content-security-policy')
  })
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('the page is given no permission', async ({ parley }) => {
  parley.expectedComplaints = /./
  await parley.start()
  const answers = await parley.page.evaluate(async () => {
    const asked = async (work: () => Promise<unknown>) => {
      try {
        return String(await work())
      } catch {
        return 'refused'
      }
    }
    return {
      notifications: await asked(() => Notification.requestPermission()),
      location: await asked(
        () => new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed)),
      ),
      camera: await asked(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      clipboard: await asked(() => navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    location: 'refused',
    camera: 'refused',
    clipboard: 'refused',
  })
})

test('messages that are not of the contract are refused, and the project stays as it is', async ({
  parley,
}) => {
  parley.expectsFaults = true
  await parley.startReading('ferry-strike.txt')
  const answers = await parley.page.evaluate(async () => {
    const workbench = window.workbench as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
    const asked = async (name: string, ...args: unknown[]) => {
      try {
        return JSON.stringify(await workbench[name]!(...args))
      } catch {
        return 'refused'
      }
    }
    return [
      await asked('openArticle', '../../etc/passwd'),
      await asked('openArticle', 7),
      await asked('openRecent', { id: 'x' }),
      await asked('carryOut', {
        do: 'annotate',
        article: 'x',
        spans: [{ start: -1, end: 3 }],
        label: 'actor',
      }),
      await asked('carryOut', { do: 'format-disk' }),
      await asked('exportSet', { format: 'parley', article: null, annotators: [], path: '/tmp/x' }),
      await asked('rename', 'x'.repeat(100_000)),
      await asked('setTheme', 'pink'),
    ]
  })
  expect(answers).toEqual(answers.map(() => 'refused'))
  const channels = await parley.page.evaluate(() => Object.keys(window.workbench))
  expect(channels).not.toContain('invoke')
  expect(channels).not.toContain('send')
  await expect(parley.notice(/asked for something that Parley does not understand/)).toBeVisible()
  await expect(parley.tags).toHaveCount(0)
})
