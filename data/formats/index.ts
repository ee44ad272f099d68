import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { csv } from './csv'
import type { Format, Loss } from './format'
import { parleySet } from './parley-set'
import { w3c } from './w3c'

/** Every file format, in the order in which menus and dialogs offer them. */
export const formats: readonly Format[] = [parleySet, csv, w3c]

/** The format with this id, as scripts and settings name it. */
export function formatById(id: string): Result<Format, Problem> {
  const format = formats.find((candidate) => candidate.id === id)
  return format ? ok(format) : failed({ kind: 'unknown-format', format: id })
}

/** What a format leaves out, in a sentence for whoever is about to export. */
export const lossSentences: Readonly<Record<Loss, string>> = {
  texts: 'The articles’ texts are left out; only the tagged words and those around them are in the file.',
  blocks: 'What is headline, paragraph, caption or boilerplate is left out.',
  links: 'Links between tags are left out.',
  registries:
    'Of the registries, only the names that tags mean are kept; aliases, roles and the rest are left out.',
  codebook: 'The codebook’s definitions and rules are left out.',
  discontinuous: 'A tag of several ranges becomes one that runs from the first to the last.',
  'attribute-types': 'What kind of value an attribute has is left out; every value is words or a number.',
  history: 'Which version of a tag this is, and under which codebook it was made, is left out.',
}
