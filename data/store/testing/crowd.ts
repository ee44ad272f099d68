import { builtInCodebook } from '../../model/built-in-codebook'
import type { Article } from '../../model/article'
import { workDocument, type Item } from '../../model/document'
import type { Annotation, WorkRecord } from '../../model/records'
import { rangeOf } from '../../text/quote'
import { encodeDocument } from '../encode-document'
import { bytesOfJson } from '../json-bytes'
import type { MemoryFolder } from '../memory/memory-folder'
import { paths } from '../paths'
import type { Folder } from '../ports'
import { articleFrom } from './talks'

/** Puts articles into a project, "Report 0 from Dalmere." and so on, as an import would have. */
export function addReports(folder: MemoryFolder, count: number): readonly Article[] {
  const articles = Array.from({ length: count }, (_, i) => articleFrom(`Report ${i} from Dalmere.`))
  for (const article of articles) folder.files.set(paths.article(article.id), bytesOfJson(article))
  return articles
}

/** Writes what somebody's device has on an article: so many tags, and so many that were deleted. */
export function putTags(
  folder: MemoryFolder,
  { annotator, device }: { readonly annotator: string; readonly device: string },
  { id, text }: Article,
  {
    from = 0,
    tags,
    deleted = 0,
    clock = 1,
  }: {
    readonly from?: number
    readonly tags: number
    readonly deleted?: number
    readonly clock?: number
  },
): string {
  const made = '2031-03-12T09:00:00.000Z'
  const items = Array.from({ length: tags + deleted }, (_, i): [string, Item<WorkRecord>] => {
    const of = `00000000-0000-7000-8000-${String(from + i).padStart(12, '0')}`
    const record: Annotation = {
      is: 'annotation',
      id: of,
      created: made,
      modified: made,
      article: id,
      label: 'actor',
      target: [rangeOf(text, { start: 0, end: 6 })],
      attributes: {},
      note: '',
      means: null,
      codebook: builtInCodebook.id,
    }
    return [of, { rev: [clock, device], record: i < tags ? record : null }]
  })
  const header = { project: 'talkstalkstalkst', annotator, device, article: id }
  const path = paths.work(annotator, device, id)
  folder.files.set(path, encodeDocument(workDocument(header, Object.fromEntries(items))))
  return path
}

/** A folder that notes each call with its path, and how many bytes went in or came out. */
export function watchedFolder(folder: Folder, name: string, calls: string[]): Folder {
  const note = (call: string, path: string, bytes: number | null) =>
    void calls.push(`${name} ${call} ${path}${bytes === null ? '' : `, ${bytes} bytes`}`)
  return {
    async read(path) {
      const read = await folder.read(path)
      note('read', path, read.ok ? (read.value?.length ?? null) : null)
      return read
    },
    async readAll(all) {
      for (const path of all) note('read', path, null)
      return folder.readAll(all)
    },
    list(path) {
      note('list', path, null)
      return folder.list(path)
    },
    stamps(all) {
      for (const path of all) note('stamp', path, null)
      return folder.stamps(all)
    },
    replace(path, bytes) {
      note('replace', path, bytes.length)
      return folder.replace(path, bytes)
    },
    create(path, bytes) {
      note('create', path, bytes.length)
      return folder.create(path, bytes)
    },
    append(path, bytes) {
      note('append', path, bytes.length)
      return folder.append(path, bytes)
    },
    remove(path) {
      note('remove', path, null)
      return folder.remove(path)
    },
  }
}
