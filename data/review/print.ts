import { sha256Hex } from '../model/ids'
import type { Annotation, Link } from '../model/records'
import { isCompared } from './differ'

/**
 * What counts of a tag or link, as 16 hexadecimal digits: a tag's words, label, attributes and meaning; a link's type and
 * ends. Notes, times and how sure the annotator is do not. A decision keeps the print of what it was made on; with another print it is for another look.
 */
export const printOf = (record: Annotation | Link): string =>
  sha256Hex(JSON.stringify(record.is === 'link' ? ofLink(record) : ofTag(record))).slice(0, 16)

const ofLink = ({ type, from, to }: Link) => ['link', type, from, to]

const ofTag = ({ label, target, attributes, means }: Annotation) => [
  'tag',
  label,
  target.map(({ start, end }) => [start, end]),
  Object.entries(attributes)
    .filter(([id]) => isCompared(id))
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  means,
]
