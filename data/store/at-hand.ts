import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import type { Desk, Held } from './desk'
import type { FindWork } from './find-work'
import type { Merged, MyWork } from './my-document'

interface AtHandPorts {
  readonly desk: Desk
  /** This computer as the project knows it now. */
  readonly device: () => string
  /** An article was read, with what was found in copies of mine. */
  readonly opened: (held: Held, merged: Merged | null) => void
}

/** Gets at articles with my work on them: to work on one, which stays in memory, or to look at many, which do not. */
export class AtHand {
  readonly #ports: AtHandPorts

  constructor(ports: AtHandPorts) {
    this.#ports = ports
  }

  /** From memory, or from the folder into memory. */
  hold(id: string, find?: FindWork): Promise<Result<Held, Problem>> {
    const { desk, device, opened } = this.#ports
    return desk.hold(id, device(), opened, find)
  }

  /**
   * Looks at an article. With `find`, which has many to look for, it is in memory afterwards only if it was there before, or
   * has work to be saved.
   */
  async visit<T>(
    id: string,
    find: FindWork | null,
    look: (held: Held) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    const { desk } = this.#ports
    const stays = find === null || desk.get(id) !== undefined
    const held = await this.hold(id, find ?? undefined)
    if (!held.ok) return held
    const seen = await look(held.value)
    if (!stays) desk.letGoOf(id)
    return seen
  }

  /** The same for my work on it alone: one of many is not held for that. */
  async lookAt<T>(
    id: string,
    find: FindWork | null,
    look: (mine: MyWork) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    const { desk, device } = this.#ports
    const seen = find ? await desk.peek(id, device(), find) : ok(null)
    if (!seen.ok) return seen
    return seen.value ? look(seen.value) : this.visit(id, find, ({ mine }) => look(mine))
  }
}
