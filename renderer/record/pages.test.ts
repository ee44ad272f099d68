import { beforeEach, expect, it } from 'vitest'
import { PAGE, Pages } from './pages'

/** What was asked for and not answered yet, by the first place of each page. */
let asked: Map<number, (rows: readonly string[] | null) => void>
let came: number
let pages: Pages<string>

beforeEach(() => {
  asked = new Map()
  came = 0
  pages = new Pages(
    (from) => new Promise((resolve) => asked.set(from / PAGE, resolve)),
    () => void came++,
  )
})

const onTheWay = () => [...asked.keys()]
const view = (page: number, count = 1) => [{ from: page * PAGE, to: (page + count) * PAGE }]

async function arrives(page: number): Promise<void> {
  const answer = asked.get(page)
  asked.delete(page)
  answer?.(Array.from({ length: PAGE }, (_, i) => `row ${page * PAGE + i}`))
  await Promise.resolve()
  await Promise.resolve()
}

it('asks for the pages in view, and has their rows when they came', async () => {
  pages.want(view(3))
  expect(pages.at(3 * PAGE + 7)).toBeUndefined()
  expect(pages.has(view(3))).toBe(false)
  await arrives(3)
  expect(pages.at(3 * PAGE + 7)).toBe(`row ${3 * PAGE + 7}`)
  expect(pages.has(view(3))).toBe(true)
  expect(came).toBe(1)
})

it('asks for two at a time, and for none twice', async () => {
  pages.want(view(0, 4))
  pages.want(view(0, 4))
  expect(onTheWay()).toEqual([0, 1])
  await arrives(0)
  expect(onTheWay()).toEqual([1, 2])
})

it('brings what is on its way already, and waits for it', async () => {
  pages.want(view(0))
  const brought = pages.bring(view(0, 2)).then(() => [pages.at(0), pages.at(PAGE)])
  expect(onTheWay()).toEqual([0, 1])
  await arrives(1)
  await arrives(0)
  expect(await brought).toEqual(['row 0', `row ${PAGE}`])
})

it('leaves out what went by before its turn came', async () => {
  for (let page = 0; page < 500; page++) pages.want(view(page))
  expect(onTheWay()).toEqual([0, 1])
  await arrives(0)
  expect(onTheWay()).toEqual([1, 499])
  await arrives(499)
  expect(onTheWay()).toEqual([1])
})

it('asks again for what could not be answered when it is next in view', async () => {
  pages.want(view(5))
  asked.get(5)?.(null)
  asked.delete(5)
  await Promise.resolve()
  await Promise.resolve()
  expect(came).toBe(0)
  expect(onTheWay()).toEqual([])
  pages.want(view(5))
  expect(onTheWay()).toEqual([5])
})

it('fills a first view whole before it is shown', async () => {
  let isFull = false
  void pages.bring(view(2, 3)).then(() => (isFull = true))
  expect(onTheWay()).toEqual([2, 3, 4])
  await arrives(2)
  await arrives(4)
  expect(isFull).toBe(false)
  await arrives(3)
  await Promise.resolve()
  expect(isFull).toBe(true)
  expect(pages.has(view(2, 3))).toBe(true)
})

it('lets go of the pages seen longest ago, never of those in view', async () => {
  for (let page = 0; page < 100; page++) {
    pages.want([...view(page), ...view(0)])
    await arrives(page)
  }
  expect(pages.has(view(99))).toBe(true)
  expect(pages.has(view(0))).toBe(true)
  expect(pages.has(view(1))).toBe(false)
})
