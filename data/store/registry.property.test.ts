import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { contentOf, type Codebook, type CodebookContent } from '../model/codebook'
import type { Annotation, RegistryRecord } from '../model/records'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import type { AnyCommand, NewEntry, RegistryCommand, SingleCommand } from './registry-commands'
import type { Store } from './store'
import { untilKilled } from './testing/rough-life'
import { clock, open, tag, talks, texts, valueOf } from './testing/talks'

const entry = (kind: number, name: string, issue: string | undefined): NewEntry =>
  kind % 3 === 0
    ? { is: 'actor', name, aliases: [], kind: 'person', country: null, roles: [] }
    : kind % 3 === 1 || issue === undefined
      ? { is: 'issue', question: name }
      : { is: 'position', issue, answer: name }

/** Another name for a label, or one label less, which counts as another from then on. */
function revised(codebook: Codebook, which: number): CodebookContent {
  const content = contentOf(codebook)
  const chosen = content.labels[which % content.labels.length]!
  const [other] = content.labels.filter(({ id, retired }) => id !== chosen.id && !retired)
  const labels = content.labels.map((label) => {
    if (label !== chosen) return label
    if (which % 2 === 0 || !other || label.retired) return { ...label, name: `${label.id} ${clock.now()}` }
    return { ...label, retired: true as const, into: [other.id] }
  })
  return { ...content, labels }
}

const kinds = [
  ...(['add', 'edit', 'merge', 'unmerge', 'remove', 'revise'] as const),
  ...(['tag-all', 'relabel-many', 'assign-many', 'delete-many', 'assign-new'] as const),
] as const
type Kind = (typeof kinds)[number]

const deed = fc.record({
  do: fc.constantFrom(...kinds, 'undo' as const, 'undo' as const, 'redo' as const, 'restart', 'crash'),
  a: fc.nat(30),
  b: fc.nat(30),
})

const tagsIn = async (store: Store, articles: readonly string[]): Promise<Annotation[]> => {
  const found: Annotation[] = []
  for (const article of articles)
    for (const record of valueOf(await store.openArticle(article)).sets[0]!.records)
      if (record.is === 'annotation') found.push(record)
  return found
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): R[] =>
  records.toSorted((x, y) => (x.id < y.id ? -1 : 1))

/** All that a step may change. */
const stateOf = async (store: Store, articles: readonly string[]) => ({
  tags: byId(await tagsIn(store, articles)),
  registry: byId(store.view().registry),
  codebook: store.view().codebook.id,
})

const evidenceIn = (tags: readonly Annotation[]) => tags.map(({ id, target }) => ({ id, target }))

function wish(
  kind: Kind,
  { a, b }: { readonly a: number; readonly b: number },
  store: Store,
  tags: readonly Annotation[],
  articles: readonly string[],
): AnyCommand | null {
  const { registry, codebook } = store.view()
  const first = registry[a % registry.length]
  const second = registry[b % registry.length]
  const issue = registry.find(({ is }) => is === 'issue')?.id
  const all = (as: 'relabel-many' | 'assign-many' | 'assign-new' | 'tag-all', commands: SingleCommand[]) =>
    commands.length > 0 ? ({ do: 'together', as, commands } as const) : null
  const on = ({ article, id: annotation }: Annotation) => ({ article, annotation })
  switch (kind) {
    case 'add':
      return { do: 'add-entry', id: clock.newId(), entry: entry(a, clock.now(), issue) }
    case 'edit':
      return first
        ? {
            do: 'edit-entry',
            entry: first.id,
            to: entry(['actor', 'issue', 'position'].indexOf(first.is), clock.now(), issue),
          }
        : null
    case 'merge':
      return first && second ? { do: 'merge-entries', entries: [first.id], into: second.id } : null
    case 'unmerge':
      return first ? { do: 'unmerge-entry', entry: first.id } : null
    case 'remove':
      return first ? { do: 'remove-entry', entry: first.id } : null
    case 'revise':
      return { do: 'revise-codebook', of: codebook.id, to: revised(codebook, a) }
    case 'tag-all':
      return all(
        'tag-all',
        articles.map((article, i) => tag(article, (a + i) % 8, 9 + (b % 8))),
      )
    case 'relabel-many':
      return all(
        'relabel-many',
        tags.map((each) => ({ do: 'relabel', ...on(each), label: codebook.labels[a % 3]!.id })),
      )
    case 'assign-many':
      return all(
        'assign-many',
        tags.map((each) => ({ do: 'mean', ...on(each), means: first?.id ?? null })),
      )
    case 'assign-new': {
      const id = clock.newId()
      const add: RegistryCommand = { do: 'add-entry', id, entry: entry(0, clock.now(), undefined) }
      const actors = tags.filter(({ label }) => label === 'actor')
      return all('assign-new', [
        add,
        ...actors.map((each) => ({ do: 'mean' as const, ...on(each), means: id })),
      ])
    }
    case 'delete-many': {
      const doomed = tags.filter((_, i) => (i + a) % 3 === 0)
      const commands = doomed.map(({ article, id }) => ({
        do: 'delete' as const,
        article,
        annotations: [id],
      }))
      return commands.length > 0 ? { do: 'together', as: 'delete-many', commands } : null
    }
  }
}

it('whatever is done to registries, codebook and many tags: every tag keeps its words, and undoing all gives the start', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 25 }), async (deeds) => {
      const { folder, store: before, articles } = await talks()
      for (const [i, article] of articles.entries()) {
        valueOf(await before.carryOut(tag(article, i, 9)))
        valueOf(await before.carryOut(tag(article, 10, 13, 'claim')))
      }
      await before.close()
      const vault = memoryFolder()
      let journal = memoryJournal()
      let disk = untilKilled(folder)
      const opened = () => open(disk, journal, 'Ada Quill', 'abcdefghij', vault, { lookEvery: 3_600_000 })
      let store = await opened()
      const start = await stateOf(store, articles)

      for (const { do: what, ...which } of deeds) {
        const tags = await tagsIn(store, articles)
        if (what === 'undo' || what === 'redo') valueOf(await store[what]())
        else if (what === 'restart' || what === 'crash') {
          const [was, history] = [await stateOf(store, articles), store.view().history]
          if (what === 'restart') await store.close()
          disk.kill()
          disk = untilKilled(folder)
          journal = journal.restart()
          store = await opened()
          expect(await stateOf(store, articles)).toEqual(was)
          expect(store.view().history).toEqual(history)
        } else {
          const command = wish(what, which, store, tags, articles)
          if (command) await store.carryOut(command)
          const kept = await tagsIn(store, articles)
          if (what !== 'delete-many' && what !== 'tag-all') expect(evidenceIn(kept)).toEqual(evidenceIn(tags))
        }
        for (const { article, target } of await tagsIn(store, articles))
          for (const { start: from, end, quote } of target)
            expect(texts[articles.indexOf(article)]!.slice(from, end)).toBe(quote)
      }
      while (store.view().history.undo) valueOf(await store.undo())
      expect(await stateOf(store, articles)).toEqual(start)
      await store.close()
    }),
    { seed: 20311123, numRuns: 60 },
  )
}, 60_000)

const shared = fc.record({
  who: fc.nat(1),
  do: fc.constantFrom(
    'edit' as const,
    'merge' as const,
    'unmerge' as const,
    'remove' as const,
    'revise' as const,
    'meet' as const,
  ),
  a: fc.nat(5),
  b: fc.nat(5),
})

it('two people who rename, merge and remove the same entries on two devices end in one state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(shared, { minLength: 1, maxLength: 20 }), async (deeds) => {
      const { folder, store: first, articles } = await talks()
      for (const name of ['Kelemin', 'Davor Kelemin', 'The minister'])
        valueOf(
          await first.carryOut({ do: 'add-entry', id: clock.newId(), entry: entry(0, name, undefined) }),
        )
      await first.close()
      // Each has a copy of the folder, as a sync program keeps them, and they meet now and then.
      const folders = [folder, memoryFolder(Object.fromEntries(folder.files))] as const
      const people = [
        ['Ada Quill', 'abcdefghij'],
        ['Jonas Lim', 'bcdefghijk'],
      ] as const
      const opened = (who: 0 | 1) => open(folders[who], memoryJournal(), ...people[who])
      const meet = () => {
        for (const [who, [name]] of people.entries()) {
          const own = new RegExp(`^(work|people)/${name.toLowerCase().replace(' ', '-')}|^codebook/`)
          for (const [path, bytes] of folders[who]!.files)
            if (own.test(path)) folders[1 - who]!.files.set(path, bytes.slice())
        }
      }
      for (const { who, do: what, a, b } of deeds) {
        if (what === 'meet') {
          meet()
          continue
        }
        const store = await opened(who === 0 ? 0 : 1)
        const command = wish(what, { a, b }, store, [], articles)
        if (command) await store.carryOut(command)
        await store.close()
      }
      meet()
      const seen: { registry: RegistryRecord[]; codebook: string }[] = []
      for (const who of [0, 1] as const) {
        const store = await opened(who)
        seen.push({ registry: byId(store.view().registry), codebook: store.view().codebook.id })
        await store.close()
      }
      expect(seen[1]).toEqual(seen[0])
    }),
    { seed: 20311124, numRuns: 60 },
  )
}, 60_000)
