import { expect, it } from 'vitest'
import { bytesOfJson } from '../../store/json-bytes'
import { memoryFolder } from '../../store/memory/memory-folder'
import { paths } from '../../store/paths'
import { watchedFolder } from '../../store/testing/crowd'
import { articleFrom } from '../../store/testing/talks'
import { ArticleWords } from './article-words'

const articles = Array.from({ length: 60 }, (_, i) =>
  articleFrom(`Note ${i}\n\nNothing but a ${i} by itself.`),
)
const treaty = articleFrom('Talks fail\n\nNobody spoke of the secret treaty of Dalmere.')

function project() {
  const folder = memoryFolder()
  for (const each of [...articles, treaty]) folder.files.set(paths.article(each.id), bytesOfJson(each))
  const calls: string[] = []
  const vault = memoryFolder()
  const open = async () => {
    const words = new ArticleWords(watchedFolder(folder, 'project', calls), vault, async () => {})
    await words.open()
    return words
  }
  return { folder, vault, calls, open }
}

const ids = (all = [...articles, treaty]) => all.map(({ id }) => id)
const goOn = () => false

it('tells where words stand, whichever article that is, and knows it the next time without reading', async () => {
  const { open, calls } = project()
  const words = await open()
  expect(words.likely('secret treaty')).toEqual([])
  await words.read(() => ids(), goOn)
  expect(words.likely('Secret Treaty')).toEqual([treaty.id])
  expect(words.likely('nothing').length).toBeGreaterThanOrEqual(articles.length)

  const read = calls.length
  const again = await open()
  await again.read(() => ids(), goOn)
  expect(again.likely('secret treaty')).toEqual([treaty.id])
  expect(calls.length).toBe(read)
})

it('reads what came in, also while it reads, and forgets what is gone', async () => {
  const { open } = project()
  const words = await open()
  const there = ids(articles)
  const reading = words.read(() => there, goOn)
  there.push(treaty.id)
  await words.read(() => there, goOn)
  await reading
  expect(words.likely('secret treaty')).toEqual([treaty.id])
  words.forget([treaty.id])
  expect(words.likely('secret treaty')).toEqual([])
})

it('ends when it is stopped, and goes on from there', async () => {
  const { open } = project()
  const words = await open()
  let left = 2
  await words.read(
    () => ids(),
    () => left-- <= 0,
  )
  expect(words.likely('nothing').length).toBeLessThan(articles.length)
  await words.read(() => ids(), goOn)
  expect(words.likely('secret treaty')).toEqual([treaty.id])
})

it('makes again what was kept and is damaged', async () => {
  const { open, vault } = project()
  await (await open()).read(() => ids(), goOn)
  const whole = vault.files.get('cache/words.bin')!
  const spoilt = [
    whole.subarray(0, 3),
    whole.subarray(0, whole.length - 1),
    whole.map((byte, i) => (i < 40 ? 255 : byte)),
  ]
  for (const damaged of spoilt) {
    vault.files.set('cache/words.bin', damaged)
    const words = await open()
    expect(words.likely('secret treaty')).toEqual([])
    await words.read(() => ids(), goOn)
    expect(words.likely('secret treaty')).toEqual([treaty.id])
  }
})

it('waits between articles for whoever needs an answer', async () => {
  const { open } = project()
  const words = await open()
  const waiting: (() => void)[] = []
  let isBusy = true
  const free = async () => {
    if (isBusy) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const reading = words.read(() => ids(), goOn, free)
  await expect.poll(() => waiting.length).toBe(1)
  expect(words.likely('secret treaty')).toEqual([])
  isBusy = false
  waiting[0]!()
  await reading
  expect(words.likely('secret treaty')).toEqual([treaty.id])
})
