import { v5 as uuid5 } from 'uuid'
import type { Article } from '../../../data/model/article'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { registryDocument, workDocument, type Items } from '../../../data/model/document'
import type {
  Annotation,
  AttributeValue,
  Link,
  RegistryRecord,
  WorkRecord,
} from '../../../data/model/records'
import type { Span } from '../../../data/model/span'
import { encodeDocument } from '../../../data/store/encode-document'
import { paths } from '../../../data/store/paths'
import { rangeOf } from '../../../data/text/quote'
import { articleText } from '../workload/article-text'
import { randomOf, type Random } from '../workload/random'
import {
  annotators,
  plainFolder,
  writeArticle,
  writeProject,
  type Annotator,
} from '../workload/write-workload'

export interface RegistryWorkload {
  readonly seed: number
  readonly articles: number
  readonly actors: number
  readonly positions: number
}

/** Of each annotator on each article: four actors, three positions, three claims. */
export const TAGS_EACH = 10
export const PEOPLE = 2
const WORDS = 220

const MADE = '2031-11-20T09:00:00.000Z'
const NAMESPACE = '4c1de2f0-52c7-5d33-9a51-0f6a1f2f6d11'
const made = { created: MADE, modified: MADE }
const idOf = (...names: (string | number)[]): string => uuid5(names.join('/'), NAMESPACE)

const first =
  'Ada Anton Boris Clara Dorian Edda Farid Greta Hana Ilse Jonas Kira Lidia Mirko Nadia Otto Petra'.split(' ')
const last =
  'Adler Brandt Castell Dorre Ebner Fenn Garrow Harrow Ivers Juhl Kasimir Lorne Malk Novak Quill Reszek Tass'.split(
    ' ',
  )

/** Actors, issues and positions; the same for the same workload. */
export function registryOf({ actors, positions }: RegistryWorkload): RegistryRecord[] {
  const name = (i: number) =>
    `${first[i % first.length]} ${last[Math.floor(i / first.length) % last.length]} ${i}`
  const issues = Math.ceil(positions / 5)
  return [
    ...Array.from({ length: actors }, (_, i): RegistryRecord => ({
      is: 'actor',
      id: idOf('actor', i),
      ...made,
      name: name(i),
      aliases: [`Mr ${last[i % last.length]} ${i}`, `the envoy of district ${i}`],
      kind: 'person',
      country: null,
      roles: [],
    })),
    ...Array.from({ length: issues }, (_, i): RegistryRecord => ({
      is: 'issue',
      id: idOf('issue', i),
      ...made,
      question: `Should measure ${i} be taken before talks begin?`,
    })),
    ...Array.from({ length: positions }, (_, i): RegistryRecord => ({
      is: 'position',
      id: idOf('position', i),
      ...made,
      issue: idOf('issue', i % issues),
      answer: `Answer ${i}: only when both sides have agreed to it.`,
    })),
  ]
}

/** An article of the project, with the first tag that I have on it. */
export interface TaggedArticle {
  readonly id: string
  readonly title: string
  readonly tag: string
}

/** Writes the project; the same workload gives the same bytes. Gives its articles, newest first. */
export async function writeRegistryWorkload(
  root: string,
  workload: RegistryWorkload,
): Promise<TaggedArticle[]> {
  const { seed } = workload
  const people = annotators(PEOPLE)
  const folder = plainFolder(root)
  const project = await writeProject(root, { seed, annotators: people }, folder)
  const [me] = people
  const rev = [1, me!.device] as const
  const entries = Object.fromEntries(registryOf(workload).map((record) => [record.id, { rev, record }]))
  const header = { project, annotator: me!.id, device: me!.device }
  await folder.replace(paths.registry(me!.id, me!.device), encodeDocument(registryDocument(header, entries)))
  const written: TaggedArticle[] = []
  for (let number = 0; number < workload.articles; number++) {
    const text = articleText(seed, number, WORDS)
    const article = await writeArticle(folder, text, number)
    for (const person of people) {
      const records = workOn(workload, article, text.paragraphs.flat(), person, number)
      const device = person.device
      const items: Items<WorkRecord> = Object.fromEntries(
        records.map((record) => [record.id, { rev: [1, device] as const, record }]),
      )
      const where = { project, annotator: person.id, device, article: article.id }
      await folder.replace(
        paths.work(person.id, device, article.id),
        encodeDocument(workDocument(where, items)),
      )
    }
    written.push({ id: article.id, title: text.title, tag: idOf(number, me!.id, 0) })
  }
  return written
}

/** Few are in most of the news: the square of a fraction. */
const often = (random: Random, count: number): number => Math.floor(random.fraction() ** 2 * count)

function workOn(
  { seed, actors, positions }: RegistryWorkload,
  article: Article,
  words: readonly Span[],
  person: Annotator,
  number: number,
): (Annotation | Link)[] {
  const random = randomOf(seed, 'work', number, person.id)
  const tag = (i: number, label: string, long: number, means: string | null, values = {}): Annotation => {
    const at = random.between(0, words.length - long - 1)
    const span = { start: words[at]!.start, end: words[at + long - 1]!.end }
    const attributes: Readonly<Record<string, AttributeValue>> = values
    return {
      is: 'annotation',
      id: idOf(number, person.id, i),
      ...made,
      article: article.id,
      label,
      target: [rangeOf(article.text, span)],
      attributes,
      note: '',
      means,
      codebook: builtInCodebook.id,
    }
  }
  const who = Array.from({ length: 4 }, (_, i) =>
    tag(i, 'actor', random.between(1, 3), idOf('actor', often(random, actors))),
  )
  const what = Array.from({ length: 3 }, (_, i) =>
    tag(4 + i, 'position', random.between(4, 9), idOf('position', often(random, positions)), {
      stance: random.between(-2, 2),
    }),
  )
  const said = Array.from({ length: 3 }, (_, i) =>
    tag(7 + i, 'claim', random.between(6, 18), null, {
      speech: random.pick(['direct', 'indirect', 'paraphrase', 'mixed']),
      type: random.pick(['assertion', 'demand', 'promise', 'evaluation', 'denial']),
    }),
  )
  const link = (i: number, from: Annotation, type: string, to: Annotation): Link => ({
    is: 'link',
    id: idOf(number, person.id, 'link', i),
    ...made,
    article: article.id,
    type,
    from: from.id,
    to: to.id,
  })
  return [
    ...who,
    ...what,
    ...said,
    ...said.map((claim, i) => link(i, who[i]!, 'makes', claim)),
    ...said.map((claim, i) => link(3 + i, claim, 'supports', what[i]!)),
    link(6, who[3]!, 'cites', who[0]!),
    link(7, said[0]!, 'addresses', who[1]!),
  ]
}
