import { expect, it } from 'vitest'
import { encodeSteps, type LoggedStep } from './history-log'
import { memoryFolder } from './memory/memory-folder'
import { paths } from './paths'
import { readHistory } from './read-history'

const article = 'abcdefghijklmnopqrstuvwxyz'
const id = '00000000-0000-7000-8000-000000000001'

/** Steps of one device as "clock at day". */
const steps = (device: string, drawn: readonly (readonly [clock: number, day: number])[]): LoggedStep[] =>
  drawn.map(([clock, day]) => ({
    at: `2031-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
    did: 'delete',
    items: { [id]: { rev: [clock, device], record: null } },
    before: {},
  }))

it('keeps the order of each device though its clock was set back, and puts devices together by time', async () => {
  const [ada, jonas] = ['aaaaaaaaaa', 'bbbbbbbbbb']
  const folder = memoryFolder({
    [paths.history('ada', ada, article)]: encodeSteps(
      steps(ada, [
        [1, 5],
        [2, 2],
        [3, 8],
      ]),
    ),
    [paths.history('jonas', jonas, article)]: encodeSteps(
      steps(jonas, [
        [1, 3],
        [2, 6],
        [3, 7],
      ]),
    ),
  })
  const { entries } = await readHistory(folder, article)
  expect(entries.map(({ annotator, clock }) => `${annotator} ${clock}`)).toEqual([
    'jonas 1',
    'ada 1',
    'ada 2',
    'jonas 2',
    'jonas 3',
    'ada 3',
  ])
})

it('counts lines that were altered or cut off, and tells a step that stands there twice once', async () => {
  const [device] = ['aaaaaaaaaa']
  const lines = new TextDecoder().decode(
    encodeSteps(
      steps(device, [
        [1, 1],
        [2, 2],
      ]),
    ),
  )
  const altered = lines.replace('2031-03-01', '2031-03-11')
  const file = paths.history('ada', device, article)
  const read = async (text: string) => {
    const { entries, damaged } = await readHistory(memoryFolder({ [file]: text }), article)
    return [entries.length, damaged]
  }
  expect(await read(lines)).toEqual([2, 0])
  expect(await read(lines + lines)).toEqual([2, 0])
  expect(await read(altered)).toEqual([1, 1])
  expect(await read(lines.slice(0, -5))).toEqual([1, 1])
  expect(await read('\0'.repeat(300))).toEqual([0, 1])
})
