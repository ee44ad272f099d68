import { expect, it } from 'vitest'
import { LAST_CLOCK, workDocument } from '../model/document'
import { decodeDocument, encodeDocument } from './encode-document'
import { memoryJournal } from './memory/memory-journal'
import { paths } from './paths'
import type { JournalLine } from './ports'
import { adasWork, device, reopen } from './testing/adas-work'
import { open, tag, talks, valueOf } from './testing/talks'

/** The clocks that a line of the journal has. */
const clocksIn = (line: JournalLine): number[] =>
  ('parts' in line ? line.parts : [line]).flatMap(({ items }) =>
    Object.values(items as Record<string, { rev: [number, string] }>).map(({ rev }) => rev[0]),
  )

it('a change is later than what came into my file while it was saved', async () => {
  const { folder, article, path } = await adasWork([[0, 3]])
  const journal = memoryJournal()
  const store = await open(folder, journal)
  valueOf(await store.carryOut(tag(article, 4, 9)))
  const { items, ...header } = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
  const later = Object.entries(items).map(([id, item]) => [id, { ...item, rev: [1_000, device] }] as const)
  folder.files.set(path, encodeDocument(workDocument(header, Object.fromEntries(later))))
  await store.flush()
  valueOf(await store.carryOut(tag(article, 24, 31)))
  expect(clocksIn(journal.entries.at(-1)!)[0]).toBeGreaterThan(1_000)
  await store.close()
})

it('a change is later than what it changes, however great the clock of that', async () => {
  const { folder, article, path } = await adasWork([[0, 3]])
  const { items, ...header } = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
  const [[id, item]] = Object.entries(items) as [[string, (typeof items)[string]]]
  const laptop = 'bcdefghijk'
  const forged = { [id]: { ...item, rev: [2 * LAST_CLOCK, laptop] as const } }
  folder.files.set(
    paths.work('ada-quill', laptop, article),
    encodeDocument(workDocument({ ...header, device: laptop }, forged)),
  )
  const store = await reopen(folder, null)
  valueOf(await store.openArticle(article))
  valueOf(await store.carryOut({ do: 'write-note', article, annotation: id, note: 'Sure?' }))
  await store.close()
  const again = await reopen(folder, null)
  expect(valueOf(await again.openArticle(article)).sets[0]!.records).toMatchObject([{ note: 'Sure?' }])
  await again.close()
})

it('a step over many articles that the journal did not take leaves its clock unused', async () => {
  const { folder, store: before, articles } = await talks()
  await before.close()
  const kept = memoryJournal()
  const lines: JournalLine[] = []
  const store = await open(folder, {
    append: async (line) => {
      lines.push(line)
      return lines.length === 1
        ? { ok: false, error: { kind: 'not-saved', why: 'the disk is full' } }
        : kept.append(line)
    },
    leftOver: () => kept.leftOver(),
    clear: () => kept.clear(),
    close: () => kept.close(),
  })
  const all = { do: 'together', as: 'tag-all', commands: articles.map((id) => tag(id, 0, 6)) } as const
  expect((await store.carryOut(all)).ok).toBe(false)
  valueOf(await store.carryOut(all))
  const [failed, made] = lines.map((line) => clocksIn(line)[0]!)
  expect(made).toBeGreaterThan(failed!)
  await store.close()
})
