import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyVault, instead } from '../../../data/store/backup/testing/vault'
import { BlindStore } from '../../../data/store/blind-store'
import { open, emptyProject } from '../../../data/store/testing/talks'
import type { BackupsView } from '../../ipc/backups'
import { ProjectBackups } from './project-backups'

// Real pauses would take real time, while that of the tests flies.
vi.mock('./pauses', () => ({ pauses: () => async () => {} }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2031, 2, 12, 9) })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The backups of an empty project that is open. */
async function opened(ports = emptyVault()) {
  const folder = await emptyProject()
  const store = await open(folder)
  const told: BackupsView[] = []
  const faults: string[] = []
  const clock = { ...ports.clock, now: () => new Date().toISOString() }
  const backups = new ProjectBackups({
    backup: { ...ports, folder, clock },
    store: new BlindStore(store),
    subject: { project: { id: 'talks', name: 'Talks' }, root: '/p/talks' },
    place: '/home/backups',
    told: (view) => told.push(view),
    log: (what) => faults.push(what),
  })
  const reasons = async () => {
    const view = await backups.list()
    return view.ok ? view.value.backups.map(({ why }) => why) : view
  }
  const end = async () => {
    await backups.close()
    await store.close()
  }
  return { backups, folder, told, faults, reasons, end }
}

const HOUR = 3_600_000

it('makes one a while after opening, and another when that one is old', async () => {
  const { backups, reasons, end } = await opened()
  backups.keepUp()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await reasons()).toEqual([])
  await vi.advanceTimersByTimeAsync(10_000)
  await vi.waitFor(async () => expect(await reasons()).toEqual(['opening']))
  await vi.advanceTimersByTimeAsync(19 * HOUR)
  expect(await reasons()).toEqual(['opening'])
  await vi.advanceTimersByTimeAsync(2 * HOUR)
  await vi.waitFor(async () => expect(await reasons()).toEqual(['opening', 'opening']))
  await end()
})

it('waits with the first until the project is calm, and at most ten minutes', async () => {
  let beCalm = () => {}
  const calm = new Promise<void>((resolve) => (beCalm = resolve))
  const { backups, reasons, end } = await opened()
  backups.keepUp(calm)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await reasons()).toEqual([])
  beCalm()
  await vi.advanceTimersByTimeAsync(20_000)
  await vi.waitFor(async () => expect(await reasons()).toEqual(['opening']))
  await end()

  const never = await opened()
  never.backups.keepUp(new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(HOUR / 5)
  await vi.waitFor(async () => expect(await never.reasons()).toEqual(['opening']))
  await never.end()
})

it('makes none by itself when one was just asked for, or the project is closed', async () => {
  const { backups, reasons, end } = await opened()
  backups.keepUp()
  await backups.backUp('by-hand')
  await vi.advanceTimersByTimeAsync(2 * HOUR)
  expect(await reasons()).toEqual(['by-hand'])
  await end()
  await vi.advanceTimersByTimeAsync(48 * HOUR)
  expect(await reasons()).toEqual(['by-hand'])
})

it('says why none could be made, leaves the project alone, and succeeds the next time', async () => {
  const ports = emptyVault()
  const { backups, folder, told, end } = await opened(ports)
  const before = new Map(folder.files)
  ports.vault.failWrite(1)
  const error = { kind: 'not-backed-up', why: 'the disk is full' }
  expect(await backups.backUp('by-hand')).toEqual({ ok: false, error })
  expect(told.at(-1)).toMatchObject({ problem: error, doing: null, backups: [] })
  expect(folder.files).toEqual(before)
  expect(await backups.backUp('by-hand')).toEqual({ ok: true, value: null })
  expect(told.at(-1)).toMatchObject({ problem: null, backups: [{ lost: 0 }] })
  await end()
})

it('stops when it is told to, and takes up the same work again', async () => {
  const ports = emptyVault()
  let stop = () => {}
  const vault = instead(ports.vault, {
    list: (path) => {
      stop()
      return ports.vault.list(path)
    },
  })
  const { backups, reasons, end } = await opened({ ...ports, vault: { ...ports.vault, ...vault } })
  stop = () => backups.stop()
  expect(await backups.backUp('by-hand')).toEqual({ ok: false, error: { kind: 'cancelled' } })
  stop = () => {}
  expect(await reasons()).toEqual([])
  await backups.backUp('by-hand')
  expect(await reasons()).toEqual(['by-hand'])
  await end()
})

it('gives way to a backup while it checks, and checks on after it', async () => {
  const ports = emptyVault()
  const ended: string[] = []
  const meanwhile: Promise<unknown>[] = []
  const vault = instead(ports.vault, {
    // Only a check asks for stamps of the vault.
    stamps: (paths) => {
      if (meanwhile.length === 0)
        meanwhile.push(backups.backUp('before-set').then(({ ok }) => ended.push(`backup ${String(ok)}`)))
      return ports.vault.stamps(paths)
    },
  })
  const { backups, reasons, end } = await opened({ ...ports, vault: { ...ports.vault, ...vault } })
  await backups.backUp('by-hand')
  await backups.check().then(({ ok }) => ended.push(`check ${String(ok)}`))
  await Promise.all(meanwhile)
  expect(ended).toEqual(['backup true', 'check true'])
  expect(await reasons()).toEqual(['before-set', 'by-hand'])
  await end()
})
