import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

/** How long Syncthing may take to answer at all, and to come to any state that a story waits for, in milliseconds. */
const longest = 30_000

/** The folder's id, the same at both ends. */
const shared = 'project'

/**
 * One Syncthing, with keys and a database of its own in `home`. It is reached on the loopback interface only, finds
 * nobody by itself and reports nothing: it knows what it is told by address.
 */
export class Syncthing {
  readonly #process: ChildProcess
  readonly #api: Api
  /** What others know it by: the sum of its certificate. */
  readonly id: string
  readonly #address: string

  private constructor(process: ChildProcess, api: Api, id: string, address: string) {
    this.#process = process
    this.#api = api
    this.id = id
    this.#address = address
  }

  static async start(home: string): Promise<Syncthing> {
    const [listen, gui] = await freePorts(2)
    const key = randomBytes(16).toString('hex')
    const address = `tcp://127.0.0.1:${listen}`
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'config.xml'), configuration(address, `127.0.0.1:${gui}`, key), { mode: 0o600 })
    const { process, said } = run(home)
    const api = new Api(`http://127.0.0.1:${gui}/rest`, key)
    try {
      await until('Syncthing answers', async () => (await api.get('system/ping', z.unknown())) !== null)
      const { myID } = await api.get('system/status', z.object({ myID: z.string() }))
      return new Syncthing(process, api, myID, address)
    } catch (problem) {
      await end(process)
      throw new Error(`Syncthing did not start: ${said()}`, { cause: problem })
    }
  }

  /**
   * Keeps this folder in step with that of `other`, which waits for this one's call: were both to call, each could
   * take the other's call for the one too many, hang up, and try again only after twenty seconds.
   */
  async share(folder: string, other: Syncthing, othersFolder: string): Promise<void> {
    await other.#know(this.id, 'dynamic', othersFolder)
    await this.#know(other.id, other.#address, folder)
    await until('the two are together', () => this.#isConnected(other))
  }

  async #know(id: string, address: string, path: string): Promise<void> {
    const device = { deviceID: id, addresses: [address], compression: 'never' }
    await this.#api.send('PUT', 'config/devices', [device])
    const watching = { fsWatcherEnabled: true, fsWatcherDelayS: 1, rescanIntervalS: 10 }
    await this.#api.send('PUT', 'config/folders', [
      { id: shared, path, devices: [{ deviceID: id }], ...watching },
    ])
  }

  /** The cable is pulled: this one speaks to nobody. */
  async pause(other: Syncthing): Promise<void> {
    await this.#api.send('POST', 'system/pause')
    await until('the two are apart', async () => !(await this.#isConnected(other)))
  }

  async resume(other: Syncthing): Promise<void> {
    await this.#api.send('POST', 'system/resume')
    await until('the two are together', () => this.#isConnected(other))
  }

  /** Looks for what changed in the folder without waiting to be told by the system. */
  scan(): Promise<void> {
    return this.#api.send('POST', `db/scan?folder=${shared}`)
  }

  /** Whether it has nothing to get and nothing to look at. */
  async isIdle(): Promise<boolean> {
    const status = z.object({ state: z.string(), needTotalItems: z.number() })
    const { state, needTotalItems } = await this.#api.get(`db/status?folder=${shared}`, status)
    return state === 'idle' && needTotalItems === 0
  }

  end(): Promise<void> {
    return end(this.#process)
  }

  async #isConnected(other: Syncthing): Promise<boolean> {
    const shape = z.object({ connections: z.record(z.string(), z.object({ connected: z.boolean() })) })
    const { connections } = await this.#api.get('system/connections', shape)
    return connections[other.id]?.connected ?? false
  }
}

/** Syncthing's own interface: JSON by HTTP, to whoever has the key. */
class Api {
  readonly #root: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(root: string, key: string) {
    this.#root = root
    this.#headers = { 'X-API-Key': key }
  }

  async get<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    return shape.parse(await (await this.#ask(path, {})).json())
  }

  async send(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<void> {
    await this.#ask(path, body === undefined ? { method } : { method, body: JSON.stringify(body) })
  }

  async #ask(path: string, request: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(longest)
    const answer = await fetch(`${this.#root}/${path}`, { ...request, headers: this.#headers, signal })
    if (!answer.ok) throw new Error(`Syncthing answers ${answer.status} to ${path}: ${await answer.text()}`)
    return answer
  }
}

/** Waits until something holds; what cannot be asked yet does not hold yet. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + longest
  let problem: unknown = null
  while (Date.now() < last) {
    try {
      if (await holds()) return
    } catch (error) {
      problem = error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`It took too long until ${what}.`, { cause: problem })
}

/** Runs it so that it ends with this process, even when that is killed. */
function run(home: string): { process: ChildProcess; said: () => string } {
  const args = [
    'serve',
    `--home=${home}`,
    '--no-browser',
    '--no-restart',
    '--no-upgrade',
    '--no-default-folder',
  ]
  const [program, words] =
    process.platform === 'win32' ? ['syncthing', args] : ['sh', ['-c', untilStdinCloses, 'sh', ...args]]
  // Marked as the inner of its two processes, it starts no second one to look after it.
  const env = { ...process.env, STMONITORED: 'yes', STNODEFAULTFOLDER: '1' }
  const running = spawn(program, words, { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)))
  running.on('error', (error) => (said += error.message))
  return { process: running, said: () => said }
}

const untilStdinCloses = `
  syncthing "$@" < /dev/null &
  cat > /dev/null
  kill -9 $!
  wait
`

async function end(running: ChildProcess): Promise<void> {
  if (running.pid === undefined || running.exitCode !== null || running.signalCode !== null) return
  const ended = once(running, 'exit')
  if (process.platform === 'win32') running.kill()
  else running.stdin?.end()
  await ended
}

/** Ports of the loopback interface that nobody has at the moment. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
    return address.port
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

const configuration = (listen: string, gui: string, key: string): string => `
<configuration version="35">
  <gui enabled="true" tls="false">
    <address>${gui}</address>
    <apikey>${key}</apikey>
  </gui>
  <options>
    <listenAddress>${listen}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <announceLANAddresses>false</announceLANAddresses>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <startBrowser>false</startBrowser>
    <setLowPriority>false</setLowPriority>
    <reconnectionIntervalS>1</reconnectionIntervalS>
  </options>
</configuration>
`
