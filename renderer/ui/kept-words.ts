import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'

/** Why work has not reached the project folder yet, beginning with what is safe. */
export function keptInWords(problem: Problem): string {
  switch (problem.kind) {
    case 'not-saved':
      return `Kept on this computer. The project folder could not be written, because ${problem.why}. Nothing is lost; once that is put right, it is saved by itself.`
    case 'folder-unreachable':
      return `Kept on this computer. “${problem.folder}” cannot be reached, because ${problem.why}. Nothing is lost; once it is back, the work is saved by itself.`
    default:
      return `Kept on this computer. ${explain(problem)}`
  }
}
