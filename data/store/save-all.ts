import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { countedIn, type Desk, type Held } from './desk'
import type { Journal } from './ports'
import { inParallel } from './read-files'
import type { Told } from './told'
import type { Writer } from './writer'

interface SavePorts {
  readonly desk: Desk
  readonly writer: Writer
  readonly journal: Journal
  /** The journal holds changes of an earlier session that could not be brought in: it is not to be cleared. */
  readonly journalIsOwed: boolean
  readonly told: Told
  readonly hold: (article: string) => Promise<Result<Held, Problem>>
  /** Another version of my files on these articles was joined in. */
  readonly joined: (articles: readonly string[]) => void
  /** Steps wait while this is done, and go on between one such piece of work and the next. */
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>
}

/** Articles that are in memory at once while steps on very many are saved. */
const OWED_AT_ONCE = 16

/**
 * Brings into the folder all that only memory and the journal have; the journal is cleared when nothing is left. What can
 * be written is, whatever cannot.
 */
export async function saveAll(ports: SavePorts): Promise<Result<null, Problem>> {
  const { desk, writer, journal, journalIsOwed, joined, turn } = ports
  const person = await writer.signIn()
  const written = await desk.writeAll()
  const owed = await saveOwed(ports)
  joined(desk.takeNews())
  if (!written.ok) return written
  if (!owed.ok) return owed
  if (!person.ok) return person
  return turn(async () => {
    if (!desk.isWritten) return ok(null)
    desk.letGo()
    return journalIsOwed ? ok(null) : journal.clear()
  })
}

/** Steps on articles that are not in memory: some at a time, so that they never all are, and others get their turn. */
async function saveOwed({ desk, told, hold, turn }: SavePorts): Promise<Result<null, Problem>> {
  for (let ids = desk.owed(OWED_AT_ONCE); ids.length > 0; ids = desk.owed(OWED_AT_ONCE)) {
    const taken = await turn(() => inParallel(ids, 8, hold))
    const written = await inParallel(taken, 8, async (held) => (held.ok ? desk.write(held.value.mine) : held))
    await turn(async () => {
      told.counted(taken.flatMap((held) => (held.ok ? countedIn(held.value) : [])))
      desk.letGo()
    })
    const failure = written.find((each) => !each.ok)
    if (failure) return failure
  }
  return ok(null)
}
