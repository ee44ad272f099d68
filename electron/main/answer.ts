import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { argumentSchemas } from '../ipc/arguments'
import { channelNames, type ChannelName, type Channels } from '../ipc/contract'
import { wireName } from '../ipc/wire'
import { Pace } from './security/pace'
import { sparing } from './security/sparing'
import { weigh, type Limit } from './weigh'

/** One answer for each channel of the contract: a channel without a handler does not compile. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    ...args: Parameters<Channels[Name]>
  ) => ReturnType<Channels[Name]> | Promise<ReturnType<Channels[Name]>>
}

export interface Guard {
  /** Whether the message comes from the page in our own window. */
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean
  /** Whether the window is being closed: its page goes before its last questions do, and nobody is there to be answered. */
  readonly isClosing: () => boolean
  /** The window has sent something that is not of the contract's shape. */
  readonly badRequest: (channel: ChannelName, where: string) => void
  readonly log: (what: string, error: unknown) => void
}

const limit: Limit = { bytes: 8 * 1024 * 1024, depth: 16 }
const limits: Partial<Record<ChannelName, Limit>> = {
  // A hundred thousand commands at once.
  carryOut: { bytes: 128 * 1024 * 1024, depth: 16 },
  readTexts: { bytes: 24 * 1024 * 1024, depth: 4 },
}

/** What the page learns of a question that could not be answered; the log has the rest. */
const refused = 'refused'
const broken = 'failed inside'

/** Refusals that are told and logged in a second; the others are counted. */
const heard = 20

/**
 * Answers the window. A message is looked at in this order: who sent it, how heavy it is, whether it comes too fast
 * (see `Pace`: it waits), whether it is of the contract's shape; only then does a handler see it. A handler that throws is a
 * bug: it is logged, and the page gets a rejected promise without the reason.
 */
export function answerWindow(ipcMain: Pick<IpcMain, 'handle'>, handlers: Handlers, guard: Guard): void {
  const desk: Desk = {
    handlers,
    guard,
    pace: new Pace(),
    note: sparing(heard, (left, name: ChannelName, why: string) => {
      const more = left > 0 ? ` (and ${left} more before it)` : ''
      guard.log(`A message to ${name} was refused: ${why}${more}`, null)
    }),
    tell: sparing(heard, (_, name: ChannelName, where: string) => guard.badRequest(name, where)),
  }
  for (const name of channelNames)
    ipcMain.handle(wireName(name), (event, ...args: unknown[]) => answer(name, desk, event, args))
}

interface Desk {
  readonly handlers: Handlers
  readonly guard: Guard
  readonly pace: Pace
  readonly note: (name: ChannelName, why: string) => void
  readonly tell: (name: ChannelName, where: string) => void
}

async function answer<Name extends ChannelName>(
  name: Name,
  desk: Desk,
  event: IpcMainInvokeEvent,
  args: readonly unknown[],
): Promise<unknown> {
  if (!isOurs(desk.guard, event))
    throw desk.guard.isClosing() ? new Error(refused) : refusal(desk, name, 'the sender')
  const weight = weigh(args, limits[name] ?? limit)
  if (typeof weight === 'string') throw refusal(desk, name, weight)
  const turn = desk.pace.turn(weight)
  if (turn === 'refused') throw refusal(desk, name, 'too fast')
  if (turn) await turn
  const schema: z.ZodType<Parameters<Channels[Name]>> = argumentSchemas[name]
  const read = schema.safeParse(args)
  if (!read.success) {
    const where = read.error.issues[0]?.path.map(String).join('.') ?? ''
    desk.tell(name, where)
    throw refusal(desk, name, where)
  }
  try {
    return await desk.handlers[name](...read.data)
  } catch (error) {
    desk.guard.log(`The answer to ${name} failed`, error)
  }
  throw new Error(broken)
}

/** A frame that goes while it is looked at throws, and is nobody's. */
function isOurs(guard: Guard, event: IpcMainInvokeEvent): boolean {
  try {
    return guard.isOurs(event)
  } catch {
    return false
  }
}

function refusal(desk: Desk, name: ChannelName, why: string): Error {
  desk.note(name, why)
  return new Error(refused)
}
