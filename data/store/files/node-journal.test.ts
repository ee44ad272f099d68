import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ok } from '../../model/result'
import type { Journal } from '../ports'
import { nodeFileSystem, type FileSystem } from './file-system'
import { encodeLine } from './journal-line'
import { openJournal } from './node-journal'
import type { Processes } from './processes'
import { withFaults } from './testing/faults'
import { temporaryFolder } from './testing/temporary-folder'

const entry = (item: string) => ({ path: 'work/ada/tags.json', items: { [item]: 1 } })

/** Sessions that are each a process of its own; those that were not ended still run. */
async function computer() {
  const folder = join(await temporaryFolder(), 'projects', 'p', 'journal')
  const running = new Set<string>()
  const unsure = new Set<string>()
  let count = 0
  return {
    folder,
    files: () => readdir(folder),
    start(fs: FileSystem = nodeFileSystem) {
      const self = `${++count}-a`
      running.add(self)
      const stateOf: Processes['stateOf'] = (mark) =>
        unsure.has(mark) ? 'unsure' : running.has(mark) ? 'running' : 'ended'
      const journal = openJournal(folder, fs, { self, stateOf })
      onTestFinished(() => journal.close())
      return { journal, kill: () => running.delete(self), beDoubtful: () => unsure.add(self) }
    },
  }
}

async function itemsIn(journal: Journal): Promise<string[]> {
  const left = await journal.leftOver()
  return left.ok
    ? left.value.entries.flatMap((entry) => Object.keys(Object('items' in entry && entry.items)))
    : [left.error.kind]
}

describe('the journal', () => {
  it('gives the next session what an earlier one left, oldest first, and not its own', async () => {
    const here = await computer()
    const first = here.start()
    for (const item of ['a', 'b']) expect(await first.journal.append(entry(item))).toEqual(ok(null))
    expect(await itemsIn(first.journal)).toEqual([])
    first.kill()
    const second = here.start()
    await second.journal.append(entry('c'))
    expect(await itemsIn(second.journal)).toEqual(['a', 'b'])
    second.kill()
    expect(await itemsIn(here.start().journal)).toEqual(['a', 'b', 'c'])
  })

  it('is empty, without a folder, before anything happened', async () => {
    const here = await computer()
    const { journal } = here.start()
    expect(await journal.leftOver()).toEqual(ok({ entries: [], damaged: 0 }))
    expect(await journal.clear()).toEqual(ok(null))
    await journal.close()
    await expect(here.files()).rejects.toThrow('ENOENT')
  })

  it('flushes entries that come together once', async () => {
    const here = await computer()
    const flushed: string[] = []
    const fs = withFaults(nodeFileSystem, {
      fail: (call) => {
        if (call === 'sync' || call === 'syncContent') flushed.push(call)
        return null
      },
    })
    const { journal, kill } = here.start(fs)
    const items = Array.from({ length: 50 }, (_, i) => `i${i}`)
    const answers = await Promise.all(items.map((item) => journal.append(entry(item))))
    expect(answers).toEqual(items.map(() => ok(null)))
    expect(flushed).toEqual(['sync', 'syncContent'])
    kill()
    expect(await itemsIn(here.start().journal)).toEqual(items)
  })

  it('forgets what was acknowledged and left over, and nothing that comes later', async () => {
    const here = await computer()
    const first = here.start()
    await first.journal.append(entry('old'))
    first.kill()
    const second = here.start()
    expect(await itemsIn(second.journal)).toEqual(['old'])
    await second.journal.append(entry('done'))
    const onItsWay = second.journal.append(entry('on its way'))
    const cleared = second.journal.clear()
    const after = second.journal.append(entry('after'))
    expect(await Promise.all([onItsWay, cleared, after])).toEqual([ok(null), ok(null), ok(null)])
    second.kill()
    const left = await itemsIn(here.start().journal)
    expect(left).toEqual(expect.arrayContaining(['on its way', 'after']))
    expect(left).not.toContain('old')
  })

  it('forgets what was on its way at one clear at the next, though something else is on its way then', async () => {
    const here = await computer()
    const { journal, kill } = here.start()
    for (const item of ['a', 'b', 'c']) await Promise.all([journal.append(entry(item)), journal.clear()])
    kill()
    expect(await itemsIn(here.start().journal)).toEqual(['c'])
  })

  it('leaves no file when all is forgotten', async () => {
    const here = await computer()
    const { journal } = here.start()
    await journal.append(entry('a'))
    await journal.clear()
    expect(await here.files()).toEqual([])
    await journal.append(entry('b'))
    expect(await here.files()).toHaveLength(1)
    await journal.clear()
    await journal.close()
    expect(await here.files()).toEqual([])
  })

  it('neither reads nor forgets what a running session holds', async () => {
    const here = await computer()
    const window = here.start()
    await window.journal.append(entry('a'))
    const commandLine = here.start()
    expect(await itemsIn(commandLine.journal)).toEqual([])
    await commandLine.journal.clear()
    window.kill()
    expect(await itemsIn(here.start().journal)).toEqual(['a'])
  })

  it('reads, but does not forget, what a session holds that may be running', async () => {
    const here = await computer()
    const other = here.start()
    await other.journal.append(entry('a'))
    other.beDoubtful()
    const { journal } = here.start()
    expect(await itemsIn(journal)).toEqual(['a'])
    await journal.clear()
    expect(await itemsIn(here.start().journal)).toEqual(['a'])
  })

  it('gives what a closed one of the same process left', async () => {
    const folder = await temporaryFolder()
    const first = openJournal(folder)
    await first.append(entry('a'))
    const second = openJournal(folder)
    onTestFinished(() => second.close())
    expect(await itemsIn(second)).toEqual([])
    await first.close()
    expect(await itemsIn(second)).toEqual(['a'])
    expect(await first.append(entry('b'))).toMatchObject({ ok: false, error: { kind: 'not-saved' } })
  })

  it('is closed when what is on its way has come there', async () => {
    const folder = await temporaryFolder()
    const first = openJournal(folder)
    const onItsWay = first.append(entry('a'))
    await first.close()
    const second = openJournal(folder)
    onTestFinished(() => second.close())
    expect(await itemsIn(second)).toEqual(['a'])
    expect(await onItsWay).toEqual(ok(null))
  })

  it('does not forget a left-over that it has not read', async () => {
    const here = await computer()
    const first = here.start()
    await first.journal.append(entry('a'))
    const second = here.start()
    await itemsIn(second.journal)
    first.kill()
    await second.journal.clear()
    expect(await itemsIn(second.journal)).toEqual(['a'])
  })

  it('leaves out a torn last line and a damaged one, counts them, and keeps the damaged file', async () => {
    const here = await computer()
    const first = here.start()
    for (const item of ['a', 'b', 'c']) await first.journal.append(entry(item))
    first.kill()
    const [name = ''] = await here.files()
    const file = join(here.folder, name)
    const whole = await readFile(file, 'utf8')
    await writeFile(file, whole.replace('"b"', '"x"'))
    await appendFile(file, encodeLine(entry('d')).subarray(0, 20))
    const { journal } = here.start()
    expect(await itemsIn(journal)).toEqual(['a', 'c'])
    expect(await journal.leftOver()).toMatchObject({ value: { damaged: 2 } })
    await journal.clear()
    expect(await here.files()).toEqual([`${name}.damaged`])
    expect(await itemsIn(here.start().journal)).toEqual([])
  })

  it('takes a torn last line for what a crash leaves, in however many files, and no damage', async () => {
    const here = await computer()
    for (const item of ['a', 'b', 'c']) {
      const session = here.start()
      await session.journal.append(entry(item))
      session.kill()
    }
    for (const name of await here.files())
      await appendFile(join(here.folder, name), encodeLine(entry('d')).subarray(0, 20))
    const { journal } = here.start()
    expect(await itemsIn(journal)).toEqual(['a', 'b', 'c'])
    expect(await journal.leftOver()).toMatchObject({ value: { damaged: 0 } })
    await journal.clear()
    expect(await here.files()).toEqual([])
  })

  it('leaves other files alone', async () => {
    const here = await computer()
    const { journal } = here.start()
    await journal.append(entry('a'))
    await writeFile(join(here.folder, 'notes.ndjson'), 'mine')
    await journal.clear()
    expect(await itemsIn(journal)).toEqual([])
    expect(await here.files()).toEqual(['notes.ndjson'])
  })
})

describe('a journal on a disk that fails', () => {
  it.each([
    ['write', 'ENOSPC', 'the disk is full'],
    ['syncContent', 'EIO', 'the disk reported an error'],
  ] as const)('in %s says so, and goes on in a new file', async (failing, code, why) => {
    const here = await computer()
    const fs = withFaults(nodeFileSystem, {
      fail: (call, count) => (call === failing && count === (call === 'write' ? 2 : 1) ? code : null),
    })
    const { journal, kill } = here.start(fs)
    expect(await journal.append(entry('a'))).toEqual(ok(null))
    expect(await journal.append(entry('b'))).toEqual({ ok: false, error: { kind: 'not-saved', why } })
    expect(await journal.append(entry('c'))).toEqual(ok(null))
    expect(await here.files()).toHaveLength(2)
    kill()
    expect(await itemsIn(here.start().journal)).toEqual(expect.arrayContaining(['a', 'c']))
    await journal.clear()
    expect(await here.files()).toEqual([])
  })

  it('never loses what it acknowledged, wherever the space ends', async () => {
    const line = encodeLine(entry('a')).length
    for (let room = 0; room <= 3 * line; room += 7) {
      const here = await computer()
      const { journal, kill } = here.start(withFaults(nodeFileSystem, { room, bite: 10 }))
      const acknowledged: string[] = []
      for (const item of ['a', 'b', 'c']) if ((await journal.append(entry(item))).ok) acknowledged.push(item)
      expect(acknowledged).toHaveLength(Math.floor(room / line))
      kill()
      expect(await itemsIn(here.start().journal)).toEqual(acknowledged)
    }
  })

  it('cannot begin, and says so until it can', async () => {
    const here = await computer()
    const { journal } = here.start(
      withFaults(nodeFileSystem, {
        fail: (call, count) => (call === 'create' && count < 3 ? 'EACCES' : null),
      }),
    )
    const refused = { ok: false, error: { kind: 'not-saved', why: 'permission was denied' } }
    expect(await journal.append(entry('a'))).toEqual(refused)
    expect(await journal.append(entry('a'))).toEqual(refused)
    expect(await journal.append(entry('a'))).toEqual(ok(null))
  })

  it('does not promise anything when its file was removed', async () => {
    const here = await computer()
    const { journal } = here.start()
    await journal.append(entry('a'))
    await rm(here.folder, { recursive: true })
    const answer = await journal.append(entry('b'))
    expect(answer).toEqual({ ok: false, error: { kind: 'not-saved', why: 'the journal was removed' } })
    expect(await journal.append(entry('c'))).toEqual(ok(null))
    expect(await here.files()).toHaveLength(1)
  })

  it('says what it could not read or forget, and forgets it the next time', async () => {
    const here = await computer()
    const first = here.start()
    await first.journal.append(entry('a'))
    first.kill()
    const once = (wanted: string) =>
      withFaults(nodeFileSystem, {
        fail: (call, count) => (call === wanted && count === 1 ? 'EACCES' : null),
      })
    expect(await itemsIn(here.start(once('read')).journal)).toEqual(['unreadable-file'])
    expect(await itemsIn(here.start(once('names')).journal)).toEqual(['unreadable-file'])
    const { journal } = here.start(once('remove'))
    expect(await itemsIn(journal)).toEqual(['a'])
    expect(await journal.clear()).toMatchObject({ ok: false, error: { kind: 'folder-unreachable' } })
    expect(await journal.clear()).toEqual(ok(null))
    expect(await here.files()).toEqual([])
  })
})
