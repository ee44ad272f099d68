import { expect, it } from 'vitest'
import { workDocument } from '../../model/document'
import { encodeDocument } from '../encode-document'
import { bytesOfJson } from '../json-bytes'
import { paths } from '../paths'
import { sealLine } from '../sealed-lines'
import { articleFrom } from '../testing/talks'
import { isWhole } from './good-file'
import { plainCodec } from './testing/vault'

const article = articleFrom('Nobody spoke to Ada Quill.')
const device = 'abcdefghij'
const path = paths.work('ada', device, article.id)
const work = encodeDocument(workDocument({ project: 'p', annotator: 'ada', device, article: article.id }, {}))
const utf8 = new TextEncoder()
const text = new TextDecoder()
const whole = (at: string, bytes: Uint8Array, before: Uint8Array | null = null) =>
  isWhole(at, bytes, plainCodec, async () => before)

it.each([
  ['a document', path, work, true],
  [
    'the same as git or an editor writes it',
    path,
    utf8.encode(text.decode(work).replaceAll('\n', '\r\n')),
    true,
  ],
  ['one of a newer program', path, bytesOfJson({ format: 'parley/work', schema: 99 }), true],
  ['one that was cut short', path, work.slice(0, -9), false],
  ['one with a letter changed', path, utf8.encode(text.decode(work).replace('"ada"', '"adb"')), false],
  ['nothing', path, new Uint8Array(), false],
  ['nothing but zeros', 'articles/ab/x/source.pdf', new Uint8Array(9), false],
  ['an original', 'articles/ab/x/source.json', utf8.encode('{'), true],
  ['an article', paths.article(article.id), bytesOfJson(article), true],
  [
    'an article with another text',
    paths.article(article.id),
    bytesOfJson({ ...article, text: 'No.' }),
    false,
  ],
  ['JSON', 'people/ada.json', utf8.encode('{}'), true],
  ['half of it', 'people/ada.json', utf8.encode('{'), false],
])('%s', async (_, at, bytes, isGood) => {
  expect(await whole(at, bytes)).toBe(isGood)
})

it('takes a history with a torn line while it has not fewer lines than before', async () => {
  const at = paths.history('ada', device, article.id)
  const lines = [sealLine({ n: 1 }), sealLine({ n: 2 }), sealLine({ n: 3 })]
  const torn = utf8.encode(`${lines[0]!}torn\n${lines[1]!}`)
  expect(await whole(at, utf8.encode(lines.join('')))).toBe(true)
  expect(await whole(at, torn)).toBe(true)
  expect(await whole(at, torn, utf8.encode(lines[0]))).toBe(true)
  expect(await whole(at, torn, utf8.encode(lines.join('')))).toBe(false)
})
