import { describe, expect, it } from 'vitest'
import { ok } from '../../model/result'
import { memoryFolder } from './memory-folder'
import { memoryJournal } from './memory-journal'

const entry = (path: string) => ({ path, items: { a: 1 } })
const left = (...paths: string[]) => ok({ entries: paths.map(entry), damaged: 0 })

describe('a journal in memory', () => {
  it('gives what it acknowledged to the session after a restart, and not to its own', async () => {
    const journal = memoryJournal()
    await journal.append(entry('a'))
    expect(await journal.leftOver()).toEqual(left())
    const next = journal.restart()
    expect(await next.leftOver()).toEqual(left('a'))
    expect(await journal.append(entry('b'))).toMatchObject({ ok: false })
  })

  it('forgets what was acknowledged, and not what is on its way', async () => {
    const journal = memoryJournal([entry('old')], 1)
    expect(await journal.leftOver()).toEqual(ok({ entries: [entry('old')], damaged: 1 }))
    await journal.append(entry('a'))
    const onItsWay = journal.append(entry('b'))
    await journal.clear()
    expect(await onItsWay).toEqual(ok(null))
    expect(await journal.restart().leftOver()).toEqual(left('b'))
  })

  it('fails the write that it was told to fail', async () => {
    const journal = memoryJournal()
    journal.failWrite(2)
    const answers = [
      await journal.append(entry('a')),
      await journal.append(entry('b')),
      await journal.append(entry('c')),
    ]
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true])
    expect(journal.entries).toEqual([entry('a'), entry('c')])
  })

  it('keeps an entry as it was at the call', async () => {
    const journal = memoryJournal()
    const items: Record<string, number> = { a: 1 }
    const appending = journal.append({ path: 'x', items })
    items['b'] = 2
    await appending
    expect(journal.entries).toEqual([entry('x')])
  })
})

describe('a folder in memory', () => {
  it('fails the write that it was told to fail, and changes nothing by it', async () => {
    const folder = memoryFolder({ x: 'old' })
    folder.failWrite(2, { kind: 'not-saved', why: 'a test' })
    const bytes = new TextEncoder().encode('new')
    expect(await folder.create('y', bytes)).toEqual(ok('created'))
    expect(await folder.replace('x', bytes)).toEqual({
      ok: false,
      error: { kind: 'not-saved', why: 'a test' },
    })
    expect(await folder.read('x')).toEqual(ok(new TextEncoder().encode('old')))
    expect(await folder.replace('x', bytes)).toEqual(ok(null))
  })

  it('copies bytes on their way in and out', async () => {
    const folder = memoryFolder()
    const bytes = Uint8Array.of(1)
    await folder.replace('x', bytes)
    bytes[0] = 2
    const read = await folder.read('x')
    if (read.ok) read.value![0] = 3
    expect(await folder.read('x')).toEqual(ok(Uint8Array.of(1)))
  })
})
