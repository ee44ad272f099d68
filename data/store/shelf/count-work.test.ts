import { expect, it } from 'vitest'
import { memoryFolder } from '../memory/memory-folder'
import { paths } from '../paths'
import { tallyOf } from './tally'
import { countWork } from './count-work'

const [annotator, article] = ['ada-quill', 'abcdefghijklmnopqrstuvwxyz']
const id = '00000000-0000-7000-8000-000000000001'

/** A document with one tag, whose note is nested without end. */
const nested = (device: string) =>
  `{"format":"parley/work","schema":2,"annotator":"${annotator}","article":"${article}","items":{"${id}":{"rev":[1,"abcdefghij"],"record":{"is":"annotation","note":${'['.repeat(20_000)}${']'.repeat(20_000)},"by":"${device}"}}}}`

it('counts what is nested without end, in two versions of one revision too', async () => {
  const files = ['abcdefghij', 'bcdefghijk'].map((device) => ({
    path: paths.work(annotator, device, article),
    annotator,
    device,
    article,
  }))
  const folder = memoryFolder(Object.fromEntries(files.map(({ path, device }) => [path, nested(device)])))
  const counted = await countWork(folder, files, false)
  expect(counted.ok && counted.value.get(annotator)?.tallies.get(article)).toBe(tallyOf(1, false))
})
