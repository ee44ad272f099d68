import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { _electron, expect, test } from '@playwright/test'
import { readFuses, releaseFuses, setFuses } from '../scripts/fuses.mjs'
import { electronArgs, electronEnv } from '../scripts/run-electron.mjs'
import { Desk } from './desk'
import { packParley } from './hostile/packed-parley'
import { Loopback } from './loopback'

test.skip(process.platform === 'darwin', 'the bundle of macOS is put together otherwise')

/** Notes that it has run, by its name. */
const marking = (mark: string) => `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'ran')`

/** A port of this computer that is free. */
async function freePort(): Promise<number> {
  const server = await Loopback.open()
  const { port } = new URL(`http://${server.host}`)
  await server.close()
  return Number(port)
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
  })

/** Starts a packed program, waits until it has begun its work or ended, at most `patience` ms, and looks around. */
async function look<T>(
  program: string,
  args: readonly string[],
  { env = {}, hasBegun, patience = 10_000 }: Wishes,
  around: () => Promise<T>,
): Promise<T> {
  const child = spawn(program, args, {
    env: { ...electronEnv(), ...env },
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  })
  const ended = once(child, 'exit')
  const until = Date.now() + patience
  while (Date.now() < until && child.exitCode === null && !hasBegun())
    await new Promise((resolve) => setTimeout(resolve, 50))
  const seen = await around()
  if (child.exitCode === null) {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  return seen
}

interface Wishes {
  readonly env?: Readonly<Record<string, string>>
  readonly hasBegun: () => boolean
  readonly patience?: number
}

/** Everything that is tried on a packed program from outside, and whether each gets in. */
async function tried(desk: Desk, program: string) {
  const home = desk.path('home-of-release')
  const archive = desk.path('packed/resources/app.asar')
  const mark = (name: string) => desk.path(`${name}.mark`)
  const script = desk.write('script.cjs', marking(mark('as-node')))
  const required = desk.write('required.cjs', marking(mark('required')))
  const [inspect, page] = [await freePort(), await freePort()]
  for (const name of ['as-node', 'required', 'planted']) rmSync(mark(name), { force: true })
  const hasBegun = () => existsSync(`${home}/settings.json`)
  const switches = electronArgs([`--user-data-dir=${home}`])
  const isParley = async () => hasBegun()

  const asNode = await look(
    program,
    [script, ...switches],
    { env: { ELECTRON_RUN_AS_NODE: '1' }, hasBegun },
    isParley,
  )
  rmSync(home, { recursive: true, force: true })
  const opened = await look(
    program,
    [`--inspect=127.0.0.1:${inspect}`, `--remote-debugging-port=${page}`, ...switches],
    { env: { NODE_OPTIONS: `--require=${required}` }, hasBegun },
    async () => ({
      isParley: hasBegun(),
      debugger: await answers(inspect),
      pageDebugger: await answers(page),
    }),
  )
  rmSync(home, { recursive: true, force: true })
  renameSync(archive, `${archive}.away`)
  const planted = { hasBegun: () => existsSync(mark('planted')), patience: 3000 }
  await look(program, switches, planted, async () => null)
  renameSync(`${archive}.away`, archive)
  return {
    ...opened,
    isNode: !asNode,
    runsAsNode: existsSync(mark('as-node')),
    requires: existsSync(mark('required')),
    loadsPlanted: existsSync(mark('planted')),
  }
}

test('what users get runs its own archive and nothing else, and lets nobody in', async () => {
  const desk = new Desk()
  const program = packParley(desk, marking(desk.path('planted.mark')))
  try {
    expect(await tried(desk, program), 'before the fuses are set').toMatchObject({
      isNode: true,
      runsAsNode: true,
      loadsPlanted: true,
      debugger: true,
    })

    const inTest = await setFuses(program, { isTest: true })
    expect(inTest).toMatchObject({ EnableNodeCliInspectArguments: true })
    const app = await _electron.launch({
      executablePath: program,
      args: electronArgs([desk.path('project'), `--user-data-dir=${desk.home}`]),
      env: electronEnv(),
    })
    const page = await app.firstWindow()
    await expect(page.getByRole('main')).toBeVisible()
    expect(await app.evaluate(({ app: parley }) => parley.isPackaged)).toBe(true)
    expect(await page.evaluate(() => document.fonts.ready.then(() => location.href))).toBe(
      'app://parley/index.html',
    )
    await app.close()
    expect(readFileSync(desk.path('project/project.json'), 'utf8')).toContain('parley')

    await setFuses(program)
    const set = await readFuses(program)
    expect(set).toEqual(Object.fromEntries(Object.keys(set).map((name) => [name, releaseFuses()[name]])))
    expect(await tried(desk, program)).toEqual({
      isParley: true,
      isNode: false,
      runsAsNode: false,
      requires: false,
      loadsPlanted: false,
      debugger: false,
      pageDebugger: false,
    })
  } finally {
    desk.clear()
  }
})
