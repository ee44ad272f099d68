import { explain } from '../../../model/explain'
import type { Problem } from '../../../model/problem'

/** Characters of a sentence that still fits into a notice. */
const MOST = 1_000

/** What a refusal leaves out that whoever reads it needs, or `null`: it has to name the file and the place in it. */
export function lackIn(problem: Problem): string | null {
  const words = explain(problem)
  if (/undefined|\[object|NaN\b/.test(words)) return `says “${words}”`
  switch (problem.kind) {
    case 'bad-file':
    case 'unknown-article':
    case 'quote-differs': {
      if (problem.file === '') return 'names no file'
      if (problem.where.trim() === '') return 'names no place'
      return words.length > MOST ? 'is longer than anybody reads' : null
    }
    case 'unreadable-file':
    case 'newer-file':
    case 'damaged-file':
    case 'empty-file':
    case 'not-text':
    case 'too-large':
      return problem.file === '' ? 'names no file' : null
    case 'not-saved':
      return /“[^”]*\/[^”]*”/.test(problem.why) ? null : 'names no file that is in the way'
    case 'set-aside':
    case 'copies-merged':
      return problem.title === '' ? 'names no article' : null
    case 'journal-damaged':
      return null
    case 'not-a-project':
    case 'folder-unreachable':
      return problem.folder === '' ? 'names no folder' : null
    default:
      return `is of the kind ${problem.kind}, which names no place`
  }
}
