import { expect, it } from 'vitest'
import { bytesOfJson } from '../../store/json-bytes'
import { memoryFolder } from '../../store/memory/memory-folder'
import { paths } from '../../store/paths'
import { watchedFolder } from '../../store/testing/crowd'
import { articleFrom } from '../../store/testing/talks'
import { ParagraphNumbers } from './paragraph-numbers'

const text = 'Talks fail\n\nAda Quill left.\n\nNobody spoke to her.'
const article = articleFrom(text)
const other = articleFrom('One paragraph and no headline, which ends with a full stop.')

function numbers() {
  const folder = memoryFolder()
  for (const each of [article, other]) folder.files.set(paths.article(each.id), bytesOfJson(each))
  const calls: string[] = []
  return { folder, calls, numbers: new ParagraphNumbers(watchedFolder(folder, 'project', calls)) }
}

it('counts the paragraphs of the report, and no headline', async () => {
  const { numbers: all } = numbers()
  await all.read([article.id, other.id])
  const at = (words: string) => all.numberAt(article.id, text.indexOf(words))
  expect([at('Talks'), at('Ada'), at('left.'), at('\n\nNobody'), at('Nobody')]).toEqual([null, 1, 1, null, 2])
  expect([all.numberAt(other.id, 4), all.numberAt(article.id, 9_999)]).toEqual([1, null])
})

it('reads an article once, and one that could not be read again', async () => {
  const { numbers: all, folder, calls } = numbers()
  const file = paths.article(other.id)
  const whole = folder.files.get(file)!
  for (const damaged of ['{"text":"One', '{"text":"One","blocks":[{"type":"verse"}]}', 'null']) {
    folder.files.set(file, new TextEncoder().encode(damaged))
    await all.read([article.id, other.id])
    expect(all.numberAt(other.id, 4)).toBeNull()
  }
  folder.files.set(file, whole)
  await all.read([other.id, article.id, other.id])
  await all.read([other.id, article.id])
  expect(all.numberAt(other.id, 4)).toBe(1)
  expect(calls.filter((call) => call.includes(article.id))).toHaveLength(1)
  expect(calls.filter((call) => call.includes(other.id))).toHaveLength(4)
})
