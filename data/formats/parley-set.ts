import { parseJson } from '../model/parse'
import { failed } from '../model/result'
import { checkSet } from './check-set'
import type { Format } from './format'
import { inOrder } from './in-order'
import { layOutJson } from './lay-out-json'

/** Our own annotation set: one JSON file that needs no other, and loses nothing. */
export const parleySet: Format = {
  id: 'parley',
  title: 'Parley annotation set (JSON)',
  about:
    'Everything that some annotators made, with texts, codebook and registries in one file, for other Parley projects, for archives and for scripts.',
  extension: '.json',
  offsets: 'both',
  loses: [],
  write: (set) => [{ path: 'annotation-set.json', text: `${layOutJson(inOrder(set))}\n` }],
  read: async ({ name, text }) => {
    const json = parseJson(text)
    if (!json.ok) return failed({ kind: 'bad-file', file: name, ...json.error })
    return checkSet(json.value, name)
  },
}
