import type { Problem } from '../model/problem'
import { isSame } from '../model/same'

/** What the user is to know of files that could not be read or were set aside: each thing once. */
export class Troubles {
  readonly #tell: (troubles: readonly Problem[]) => void
  /** What is so while it is so, as what could not be read at the last look. */
  #standing: readonly Problem[]
  /** What happened since the project was opened. */
  #happened: readonly Problem[]

  constructor(
    standing: readonly Problem[],
    happened: readonly Problem[],
    tell: (troubles: readonly Problem[]) => void,
  ) {
    this.#standing = standing
    this.#happened = happened
    this.#tell = tell
  }

  get all(): readonly Problem[] {
    const aside = new Set(
      this.#happened.flatMap((problem) => (problem.kind === 'set-aside' ? problem.file : [])),
    )
    const unsaid = this.#standing.filter((problem) => !('file' in problem && aside.has(problem.file)))
    return [...unsaid, ...this.#happened]
  }

  add(problem: Problem): void {
    if (this.all.some((known) => isSame(known, problem))) return
    this.#happened = [...this.#happened, problem]
    this.#tell(this.all)
  }

  /** What is so now, in place of what was so before. */
  stand(problems: readonly Problem[]): void {
    if (isSame(problems, this.#standing)) return
    this.#standing = problems
    this.#tell(this.all)
  }
}
