import { vi } from 'vitest'
import { z } from 'zod'
import { revisionSchema } from '../../model/document'
import type { RegistryRecord, WorkRecord } from '../../model/records'
import type { Result } from '../../model/result'
import type { Problem } from '../../model/problem'
import { isSame } from '../../model/same'
import type { Command } from '../commands'
import { workKind } from '../document-kind'
import { decodeDocument } from '../encode-document'
import { decodeSteps } from '../history-log'
import { memoryFolder, type MemoryFolder } from '../memory/memory-folder'
import { memoryJournal, type MemoryJournal } from '../memory/memory-journal'
import { historyBeside, paths } from '../paths'
import { unsealLines } from '../sealed-lines'
import type { Store } from '../store'
import type { Reply } from '../views'
import { copyOf, Ledger, untilKilled } from './rough-life'
import { commandFor, everywhereFor, me, opened, registryCommandFor, type Deed } from './rough-deeds'
import { bytesOf, open, tag, talks, valueOf } from './talks'

type Damaged = 'documents' | 'histories' | 'steps'

const device = 'abcdefghij'
const laptop = 'bcdefghijk'
const endings = [' (1).json', '.sync-conflict-20310312-093612-ABCDEFG.json', '-ADA-PC.json', '.json.Conflict']

interface Session {
  readonly store: Store
  readonly journal: MemoryJournal
  readonly kill: () => void
}

/** A project that is worked on while everything around it goes wrong. */
export class RoughProject {
  readonly #folder: MemoryFolder
  readonly #vault = memoryFolder()
  readonly #articles: readonly [string, string]
  readonly #damaged: Damaged
  readonly #ledger = new Ledger()
  /** Files of others, with what stands in them. */
  readonly #others = new Map<string, Uint8Array>()
  #journal = memoryJournal()
  #session: Session | null = null
  #faults: string[] = []
  #copies = 0
  readonly #spoilt = new Set<Uint8Array | undefined>()

  private constructor(folder: MemoryFolder, articles: readonly [string, string], damaged: Damaged) {
    this.#folder = folder
    this.#articles = articles
    this.#damaged = damaged
  }

  /** Two articles, work of Jonas on one of them, files that are nobody's, and Ada, who has just opened it. */
  static async begin(damaged: Damaged): Promise<RoughProject> {
    const { folder, store, articles } = await talks()
    await store.close()
    const jonas = await open(folder, memoryJournal(), 'Jonas Lim', 'cdefghijkl')
    valueOf(await jonas.carryOut(tag(articles[0], 0, 3)))
    await jonas.close()
    const project = new RoughProject(folder, articles, damaged)
    const hers = paths.work(me, device, articles[0])
    for (const path of ['work/notes.txt', `${hers}.orig`, hers.replace(/[^/]+$/, 'list.txt')])
      folder.files.set(path, bytesOf('Nobody knows.'))
    project.#keepInMind((path) => !path.startsWith('people/'))
    await project.#begin()
    return project
  }

  /** Begins each deed a little after the one before, done or not, and waits for all of them. */
  async live(deeds: readonly { readonly deed: Deed; readonly turns: number }[]): Promise<void> {
    const begun: Promise<void>[] = []
    for (const { deed, turns } of deeds) {
      begun.push(this.#do(deed))
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    }
    await Promise.all(begun)
  }

  /** What is wrong in the end, when nothing fails any more and the project has been opened twice again. */
  async reckon(): Promise<readonly string[]> {
    this.#heal()
    await this.#end()
    await this.#begin()
    await this.#openAll()
    const saving = await this.#session!.store.close()
    if (saving.state !== 'saved') this.#faults.push(`not saved: ${JSON.stringify(saving)}`)
    this.#session = null
    this.#journal = memoryJournal()
    await this.#begin()
    for (const article of this.#articles) {
      const lost = this.#ledger.lostFrom(article, await this.#mine(article))
      this.#faults.push(...lost)
    }
    this.#faults.push(...this.#ledger.lostFrom(null, this.#entries()))
    this.#look()
    this.#lookForHalves()
    await this.#walkAll()
    await this.#end()
    for (const [path, bytes] of this.#others)
      if (!isSame([...bytes], [...(this.#folder.files.get(path) ?? [])]))
        this.#faults.push(`changed: ${path}`)
    return this.#faults
  }

  async #do({ do: what, which }: Deed): Promise<void> {
    const article = this.#articles[which % 2]!
    switch (what) {
      case 'annotate':
      case 'relabel':
      case 'write-note':
      case 'delete':
      case 'link':
      case 'decide':
        return this.#work(what, article, which)
      case 'add-entry':
      case 'edit-entry':
      case 'merge-entries': {
        const command = registryCommandFor(what, which, this.#entries())
        if (command) await this.#answer((store) => store.carryOut(command))
        return
      }
      case 'everywhere': {
        const tagOn = async (id: string) => (await this.#mine(id)).findLast(({ is }) => is === 'annotation')
        const tags = await Promise.all(this.#articles.map(tagOn))
        return this.#answer((store) => store.carryOut(everywhereFor(tags)))
      }
      case 'undo':
      case 'redo':
        return this.#answer((store) => store[what]())
      case 'bring-back':
        return this.#bringBack(article)
      case 'flush':
        await this.#session?.store.flush()
        return
      case 'look':
        await this.#session?.store.openArticle(article)
        return
      case 'journal-fails':
        return this.#session?.journal.failWrite(1 + (which % 3))
      case 'folder-fails':
        return this.#folder.failWrite(1 + which)
      case 'vault-fails':
        return this.#vault.failWrite(1 + (which % 3))
      case 'go-out-of-reach':
      case 'come-back':
        return this.#folder.beReachable(what === 'come-back')
      case 'copy-appears':
        return this.#copyAppears(article, which)
      case 'twin-writes':
        return this.#twinWrites(article, which)
      case 'laptop-writes':
        return this.#laptopWrites(article, which)
      case 'damage':
        return this.#damage(article, which)
      case 'wait':
        await vi.advanceTimersByTimeAsync([10, 300, 2_500, 6_000][which % 4]!)
        return
      case 'kill':
        this.#session?.kill()
        this.#session = null
        return this.#begin()
      case 'close':
        await this.#end()
        return this.#begin()
    }
  }

  async #begin(): Promise<void> {
    const journal = this.#journal.restart()
    this.#journal = journal
    const folder = untilKilled(this.#folder)
    const store = await opened(folder, this.#ledger.watching(journal), device, this.#vault)
    if (!store) return
    this.#session = { store, journal, kill: () => folder.kill() }
    await this.#openAll()
  }

  async #end(): Promise<void> {
    await this.#session?.store.close()
    this.#session?.kill()
    this.#session = null
  }

  async #openAll(): Promise<void> {
    for (const article of this.#articles) await this.#session?.store.openArticle(article)
  }

  #heal(): void {
    this.#folder.beReachable(true)
    this.#folder.beWhole()
    this.#vault.beWhole()
  }

  async #answer(ask: (store: Store) => Promise<Result<Reply, Problem>>): Promise<void> {
    const session = this.#session
    if (!session) return
    const reply = await ask(session.store)
    if (!reply.ok) return
    this.#ledger.acknowledge(reply.value.changes)
  }

  async #work(what: Command['do'], article: string, which: number): Promise<void> {
    const records = await this.#mine(article)
    const command = commandFor(what, article, which, records)
    if (command) await this.#answer((store) => store.carryOut(command))
  }

  async #bringBack(article: string): Promise<void> {
    const history = await this.#session?.store.historyOf(article)
    const entries = history?.ok ? history.value.entries : []
    const at = entries[Math.floor(entries.length / 2)]?.at
    const then = at === undefined ? null : await this.#session?.store.asItWas(article, at)
    const [hers] = then?.ok ? then.value : []
    if (hers?.annotator === me) await this.#answer((store) => store.bringBack(article, hers.records))
  }

  #entries(): readonly RegistryRecord[] {
    return this.#session?.store.view().registry ?? []
  }

  async #mine(article: string): Promise<readonly WorkRecord[]> {
    const read = await this.#session?.store.openArticle(article)
    return read?.ok ? read.value.sets[0]!.records : []
  }

  /** Somebody with the same files, and a disk of their own, goes on with them. */
  async #elsewhere(on: string, article: string, which: number): Promise<MemoryFolder> {
    const folder = copyOf(this.#folder)
    const ledger = new Ledger()
    const store = (await opened(folder, ledger.watching(memoryJournal()), on, null))!
    for (const what of [
      'annotate',
      (['write-note', 'delete', 'relabel', 'decide'] as const)[which % 4]!,
    ] as const) {
      const read = valueOf(await store.openArticle(article))
      const command = commandFor(what, article, which, read.sets[0]!.records)
      const reply = command && (await store.carryOut(command))
      if (reply?.ok) ledger.acknowledge(reply.value.changes)
    }
    const saving = await store.close()
    if (saving.state === 'saved') this.#ledger.join(ledger)
    return folder
  }

  async #copyAppears(article: string, which: number): Promise<void> {
    const path = paths.work(me, device, article)
    const theirs = (await this.#elsewhere(device, article, which)).files.get(path)
    const ending = endings[which % endings.length]!.replace('.', `-${++this.#copies}.`)
    if (theirs) this.#folder.files.set(path.replace(/\.json$/, ending), theirs)
  }

  async #twinWrites(article: string, which: number): Promise<void> {
    const folder = await this.#elsewhere(device, article, which)
    for (const path of [paths.work(me, device, article), paths.history(me, device, article)])
      if (folder.files.has(path)) this.#folder.files.set(path, folder.files.get(path)!)
  }

  async #laptopWrites(article: string, which: number): Promise<void> {
    const folder = await this.#elsewhere(laptop, article, which)
    for (const path of [paths.work(me, laptop, article), paths.history(me, laptop, article)]) {
      if (folder.files.has(path)) this.#folder.files.set(path, folder.files.get(path)!)
    }
    this.#keepInMind((path) => path.startsWith(`work/${me}/${laptop}/`))
  }

  /** One thing a time: what is in no other place cannot come back. */
  async #damage(article: string, which: number): Promise<void> {
    this.#heal()
    if ((await this.#session?.store.flush())?.state !== 'saved') return
    if (which >= 4) await this.#end()
    if (this.#damaged === 'steps') this.#spoil(this.#vault, 'steps.log', which)
    const on = which % 3 === 2 ? null : article
    const whose = { annotator: me, device, article: on }
    if (this.#damaged === 'documents') this.#spoil(this.#folder, paths.document(whose), which)
    if (this.#damaged === 'histories') this.#spoil(this.#folder, paths.history(me, device, on), which)
    if (!this.#session) await this.#begin()
  }

  /** Leaves half of a file, nothing of it, something else, or no file. */
  #spoil({ files }: MemoryFolder, path: string, which: number): void {
    const bytes = files.get(path)
    if (!bytes) return
    const left = [bytes.slice(0, bytes.length / 2), new Uint8Array(), bytes.map((byte) => byte ^ 0x11)][
      which % 4
    ]
    if (left) files.set(path, left)
    else files.delete(path)
    this.#spoilt.add(left)
  }

  #keepInMind(which: (path: string) => boolean): void {
    for (const [path, bytes] of this.#folder.files) if (which(path)) this.#others.set(path, bytes.slice())
  }

  /** All that a document has stands in its history. */
  #look(): void {
    for (const article of this.#articles) {
      const path = paths.work(me, device, article)
      const bytes = this.#folder.files.get(path)
      const document = bytes && decodeDocument(bytes, path, 'work')
      // A damaged one stays until there is something to save.
      if (document && !document.ok && !this.#spoilt.has(bytes)) this.#faults.push(`unreadable: ${path}`)
      const history = this.#folder.files.get(paths.history(me, device, article)) ?? new Uint8Array()
      const { steps } = decodeSteps(history, workKind, article)
      const told = new Set(
        steps.flatMap(({ items }) => Object.entries(items).map(([id, { rev }]) => `${id} ${rev.join()}`)),
      )
      if (document?.ok && this.#damaged !== 'histories')
        for (const [id, { rev }] of Object.entries(document.value.items))
          if (!told.has(`${id} ${rev.join()}`)) this.#faults.push(`untold: ${id} ${rev.join()}`)
    }
  }

  /** Of a step over several documents all histories tell, or none. */
  #lookForHalves(): void {
    if (this.#damaged === 'histories') return
    for (const { clock, paths: changed } of this.#ledger.wholes) {
      const without = changed.filter((path) => !this.#clocksIn(path).has(clock))
      if (without.length > 0 && without.length < changed.length)
        this.#faults.push(`half a step: ${clock} is not told of beside ${without.join(', ')}`)
    }
  }

  #clocksIn(path: string): ReadonlySet<number> {
    const { values } = unsealLines(this.#folder.files.get(historyBeside(path)) ?? new Uint8Array())
    const schema = z.object({ items: z.record(z.string(), z.object({ rev: revisionSchema })) })
    const steps = values.flatMap((value) => schema.safeParse(value).data ?? [])
    return new Set(steps.flatMap(({ items }) => Object.values(items).map(({ rev }) => rev[0])))
  }

  /** Back over everything that can be taken back, and forward again. */
  async #walkAll(): Promise<void> {
    const { store } = this.#session!
    for (const way of ['undo', 'redo'] as const) {
      for (let walked = 0; store.view().history[way]; walked++) {
        if (walked > 500) return void this.#faults.push(`${way} is stuck`)
        await this.#answer(() => store[way]())
      }
    }
    for (const article of this.#articles)
      this.#faults.push(...this.#ledger.lostFrom(article, await this.#mine(article)))
  }
}
