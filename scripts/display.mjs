import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether windows can be shown: always but on a Linux without X11 and Wayland. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Where there is no display, opens a virtual one and names it in `process.env`, for every program started from
 * now on. Answers with the function that closes it; it also closes when this process ends, however it ends.
 * Rejects when Xvfb is not installed. As the default export it is a `globalSetup` for Playwright.
 */
export default async function openDisplay() {
  if (hasDisplay()) return () => {}
  const folder = mkdtempSync(join(tmpdir(), 'parley-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, displayAuthority(randomBytes(16)), { mode: 0o600 })

  // A session of its own, so that Ctrl-C in the terminal ends the app first and the display after it.
  const server = spawn('sh', ['-c', untilStdinCloses, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const number = await displayNumber(server.stdio[3])
  server.unref()
  server.stdin.unref()

  const before = { DISPLAY: process.env.DISPLAY, XAUTHORITY: process.env.XAUTHORITY }
  Object.assign(process.env, { DISPLAY: `:${number}`, XAUTHORITY: authority })
  parkPointer()
  return () => {
    server.stdin.end()
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** Does `work` with a display, real or virtual. */
export async function withDisplay(work) {
  const close = await openDisplay()
  try {
    return await work()
  } finally {
    close()
  }
}

// The pointer of a new display stands in its middle, and so over every window: when one closes, the window below is
// told that the pointer is there, in the midst of whatever a story does with the mouse.
function parkPointer() {
  spawnSync('xdotool', ['mousemove', '0', '0'])
}

// Our end of stdin closes with this process, even when it is killed; so the server never outlives it. Nor does it
// forget where its pointer is when the last program has left it.
const untilStdinCloses = `
  Xvfb -displayfd 3 -screen 0 1920x1200x24 -noreset -nolisten tcp -auth "$1/authority" &
  exec 3>&-
  cat > /dev/null
  kill $!
  wait
  rm -r "$1"
`

function displayNumber(pipe) {
  return new Promise((resolve, reject) => {
    let said = ''
    pipe.setEncoding('utf8').on('data', (text) => {
      said += text
      if (said.endsWith('\n')) resolve(said.trim())
    })
    pipe.on('close', () => reject(new Error('The virtual display did not start. To mend it: npm run setup')))
  })
}

/** An Xauthority file that lets in whoever can read it, and nobody else: any host, any display, one cookie. */
function displayAuthority(cookie) {
  const [anyHost, anything] = [Buffer.from([0xff, 0xff]), Buffer.alloc(0)]
  const fields = [anything, anything, Buffer.from('MIT-MAGIC-COOKIE-1'), cookie]
  return Buffer.concat([anyHost, ...fields.map(counted)])
}

const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
