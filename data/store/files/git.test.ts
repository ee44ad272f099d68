import { expect, it } from 'vitest'
import { valueOf } from './git/clone'
import { adaAtHome, answer, exchange, found, twoCopies, zoe } from './git/scene'
import { put, remove, tag } from './git/tagging'

/** As on most systems, and as git for Windows does unless it is told otherwise: every newline becomes two bytes. */
const checkouts = [[], ['core.autocrlf=true']]

for (const settings of checkouts)
  it(`merges the work of two people without a conflict ${settings.join('')}`, async () => {
    const { first, second, article, dalmere } = await twoCopies(zoe, ...settings)
    await first.work(async (store) => {
      await tag(store, article, 'Zoë 🙂')
      await remove(store, article, dalmere)
      await tag(store, await put(store, answer), 'The guns')
    })
    const other = await second.work(async (store) => {
      await tag(store, article, 'We will talk', 'claim')
      await tag(store, article, 'Dalmere')
      const id = await put(store, answer)
      await tag(store, id, 'Nobody')
      return id
    })
    for (const clone of [first, second]) await clone.commit()
    await exchange(first, second)
    const everything = [
      'Ada Quill: Zoë 🙂',
      'Zoë Holt: Dalmere',
      'Zoë Holt: We will talk',
      'Zoë Holt: Nobody',
      'Ada Quill: The guns',
    ]
    for (const clone of [first, second]) expect(await found(clone, article, other)).toEqual(everything)

    await second.work(async (store) => void (await tag(store, article, 'nobody asked her')))
    await second.commit()
    expect(await second.git('show', '--numstat', '--format=', 'HEAD')).not.toContain('ada-quill')
    await second.push()
    await first.pull()
    expect(await found(first, article)).toContain('Zoë Holt: nobody asked her')
  })

for (const settings of checkouts)
  it(`merges what one person did at two computers without a conflict ${settings.join('')}`, async () => {
    const { first, second, article, dalmere } = await twoCopies(adaAtHome, ...settings)
    const quill = await first.work((store) => tag(store, article, 'Ada Quill'))
    await first.commit()
    await first.push()
    await second.pull()

    await first.work(async (store) => {
      await tag(store, article, 'Zoë 🙂')
      valueOf(await store.carryOut({ do: 'relabel', article, annotation: dalmere, label: 'position' }))
    })
    await second.work(async (store) => {
      await tag(store, article, 'We will talk', 'claim')
      await remove(store, article, quill)
      const note = { do: 'write-note', article, annotation: dalmere, note: 'A port.' } as const
      valueOf(await store.carryOut(note))
    })
    for (const clone of [first, second]) await clone.commit()
    await exchange(first, second)
    const union = ['Ada Quill: Zoë 🙂', 'Ada Quill: Dalmere', 'Ada Quill: We will talk']
    for (const clone of [first, second]) expect(await found(clone, article)).toEqual(union)
  })
