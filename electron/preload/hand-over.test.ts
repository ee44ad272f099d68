import { expect, it } from 'vitest'
import { ok } from '../../data/model/result'
import { handOver } from './hand-over'

const drop = async (files: readonly File[], paths: Readonly<Record<string, string>>) => {
  const asked: unknown[] = []
  const answer = await handOver(
    files,
    {
      readDropped: async (given) => {
        asked.push(given)
        return ok(null)
      },
      readTexts: async (texts) => {
        asked.push(texts.map(({ name, bytes }) => `${name}: ${new TextDecoder().decode(bytes)}`))
        return null
      },
    },
    ({ name }) => paths[name] ?? '',
  )
  return { asked, answer }
}

it('gives the paths of files on the disk in one message, and reads nothing of them', async () => {
  const files = [new File(['one'], 'a.txt'), new File(['two'], 'b.txt')]
  const { asked } = await drop(files, { 'a.txt': '/d/a.txt', 'b.txt': '/d/b.txt' })
  expect(asked).toEqual([['/d/a.txt', '/d/b.txt']])
})

it('gives a file without a path as bytes', async () => {
  const { asked, answer } = await drop([new File(['päge'], 'page.txt')], {})
  expect(asked).toEqual([['page.txt: päge']])
  expect(answer).toEqual(ok(null))
})

it('gives small files together, and a large one alone', async () => {
  const small = Array.from({ length: 300 }, (_, n) => new File([`${n}`], `${n}.txt`))
  const large = new File(['x'.repeat(3 * 1024 * 1024)], 'large.txt')
  const { asked } = await drop([...small, large, new File(['end'], 'end.txt')], {})
  const names = (asked as string[][]).map((texts) => texts.map((text) => text.slice(0, text.indexOf(':'))))
  expect(names.map((each) => each.length)).toEqual([250, 50, 1, 1])
  expect(names.flat()).toEqual([...small.map(({ name }) => name), 'large.txt', 'end.txt'])
})

it('says nothing when nothing was dropped', async () => {
  expect(await drop([], {})).toEqual({ asked: [], answer: ok(null) })
})
