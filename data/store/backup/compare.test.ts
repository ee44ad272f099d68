import { expect, it } from 'vitest'
import { memoryFolder } from '../memory/memory-folder'
import { paths } from '../paths'
import { open, tag, talks, valueOf, type Talks } from '../testing/talks'
import { compare, compareWork, putBack } from './compare'
import { backupIdOf } from './manifest'
import { unwatched, type BackupPorts } from './ports'
import { backUp, emptyVault } from './testing/vault'

const me = 'ada-quill'
const jonas = { id: 'jonas-lim', device: 'bcdefghijk' }

interface Scene extends Talks {
  readonly ports: BackupPorts
  readonly backup: string
}

/** Ada and Jonas have a tag each on the first article; then a backup is made. */
async function backedUp(): Promise<Scene> {
  const scene = await talks()
  const { folder, store, articles } = scene
  valueOf(await store.carryOut(tag(articles[0], 0, 9)))
  await store.flush()
  const other = await open(folder, undefined, 'Jonas Lim', jonas.device)
  valueOf(await other.carryOut(tag(articles[0], 10, 13, 'claim')))
  await other.close()
  const ports = { ...emptyVault(), folder, vault: memoryFolder() }
  return { ...scene, ports, backup: backupIdOf(valueOf(await backUp(ports))) }
}

const differenceIn = async ({ ports, backup }: Scene) =>
  valueOf(await compare(ports, backup, me, unwatched)).articles

it('finds nothing other while nothing is', async () => {
  const scene = await backedUp()
  expect(await differenceIn(scene)).toEqual([])
  await scene.store.close()
})

it('counts what would come back, change and go, for each person', async () => {
  const scene = await backedUp()
  const { store, articles, ports, backup } = scene
  const [mine] = valueOf(await store.openArticle(articles[0])).sets
  const [first] = mine!.records
  valueOf(await store.carryOut({ do: 'write-note', article: articles[0], annotation: first!.id, note: 'x' }))
  valueOf(await store.carryOut(tag(articles[0], 14, 17)))
  await store.flush()
  expect(await differenceIn(scene)).toMatchObject([
    {
      article: articles[0],
      is: 'here',
      people: [{ annotator: me, comes: 0, changes: 1, goes: 1, links: 0 }],
    },
  ])
  const work = valueOf(await compareWork(ports, backup, articles[0], me))
  expect([work.was.length, work.now.length]).toEqual([1, 2])
  expect(work.was).toEqual([first])
  await store.close()
})

it('gives nothing to bring back where the backup has lost it, rather than no tags', async () => {
  const scene = await backedUp()
  const { ports, backup, articles, store } = scene
  const vault = memoryFolder()
  for (const [path, bytes] of (ports.vault as ReturnType<typeof memoryFolder>).files) {
    const at = new TextDecoder().decode(bytes).indexOf('"parley/work"')
    const spoilt = bytes.slice()
    if (path.endsWith('.pack') && at !== -1) for (let i = at; i < spoilt.length; i++) spoilt[i]! ^= 1
    vault.files.set(path, spoilt)
  }
  const spoilt = { ...ports, vault }
  expect(await compareWork(spoilt, backup, articles[0], me)).toMatchObject({
    ok: false,
    error: { kind: 'lost-in-backup' },
  })
  valueOf(await store.carryOut(tag(articles[0], 14, 17)))
  await store.flush()
  expect(await differenceIn({ ...scene, ports: spoilt })).toMatchObject([{ lost: true, people: [] }])
  await store.close()
})

it('puts back what is gone of others, and none of mine', async () => {
  const scene = await backedUp()
  const { folder, ports, backup, articles, store } = scene
  const before = new Map(folder.files)
  const theirs = paths.work(jonas.id, jonas.device, articles[0])
  const own = paths.work(me, 'abcdefghij', articles[0])
  for (const path of [theirs, own, paths.article(articles[1])]) folder.files.delete(path)
  expect(await differenceIn(scene)).toMatchObject([
    { article: articles[0], missing: 1 },
    { article: articles[1], is: 'gone', missing: 1 },
  ])
  expect(await putBack(ports, backup, articles[0], me)).toEqual({ ok: true, value: 1 })
  expect(await putBack(ports, backup, articles[1], me)).toEqual({ ok: true, value: 1 })
  expect(folder.files.get(theirs)).toEqual(before.get(theirs))
  expect(folder.files.get(paths.article(articles[1]))).toEqual(before.get(paths.article(articles[1])))
  expect(folder.files.has(own)).toBe(false)
  await store.close()
})

it('puts an article in place of a damaged one, and touches nobody’s file that is there', async () => {
  const { folder, ports, backup, articles, store } = await backedUp()
  const theirs = paths.work(jonas.id, jonas.device, articles[0])
  const garbage = new Uint8Array(12)
  folder.files.set(theirs, garbage)
  const whole = folder.files.get(paths.article(articles[0]))
  folder.files.set(paths.article(articles[0]), garbage)
  expect(await putBack(ports, backup, articles[0], me)).toEqual({ ok: true, value: 1 })
  expect(folder.files.get(paths.article(articles[0]))).toEqual(whole)
  expect(folder.files.get(theirs)).toEqual(garbage)
  await store.close()
})

it('counts nothing that is hidden', async () => {
  const scene = await backedUp()
  const { ports, backup, store, folder, articles } = scene
  const other = await open(folder, undefined, 'Jonas Lim', jonas.device)
  valueOf(await other.carryOut(tag(articles[0], 4, 9)))
  await other.close()
  expect(await differenceIn(scene)).toMatchObject([{ people: [{ annotator: jonas.id }] }])
  const isHidden = (article: string, annotator: string) => article === articles[0] && annotator === jonas.id
  expect(valueOf(await compare(ports, backup, me, unwatched, isHidden)).articles).toEqual([])
  await store.close()
})
