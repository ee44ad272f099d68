import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { argumentSchemas } from '../ipc/arguments'
import { channelNames, type ChannelName, type Channels } from '../ipc/contract'
import { wireName } from '../ipc/wire'
import { isWithin } from './weigh'

/** One answer for each channel of the contract: a channel without a handler does not compile. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    ...args: Parameters<Channels[Name]>
  ) => ReturnType<Channels[Name]> | Promise<ReturnType<Channels[Name]>>
}

export interface Guard {
  /** Whether the message comes from the page in our own window. */
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean
  /** The window has sent something that is not of the contract's shape. */
  readonly badRequest: (channel: ChannelName, where: string) => void
  readonly log: (what: string, error: unknown) => void
}

const limit = { bytes: 8 * 1024 * 1024, depth: 16 }
const limits: Partial<Record<ChannelName, typeof limit>> = {
  readTexts: { bytes: 24 * 1024 * 1024, depth: 4 },
}

/** What the page learns of a question that could not be answered; the log has the rest. */
const refused = 'refused'
const broken = 'failed inside'

/**
 * Answers the window. A message is looked at in this order: who sent it, how heavy it is, whether it is of the
 * contract's shape; only then does a handler see it. A handler that throws is a bug: it is logged, and the page
 * gets a rejected promise without the reason.
 */
export function answerWindow(ipcMain: Pick<IpcMain, 'handle'>, handlers: Handlers, guard: Guard): void {
  for (const name of channelNames)
    ipcMain.handle(wireName(name), (event, ...args: unknown[]) => answer(name, handlers, guard, event, args))
}

async function answer<Name extends ChannelName>(
  name: Name,
  handlers: Handlers,
  guard: Guard,
  event: IpcMainInvokeEvent,
  args: readonly unknown[],
): Promise<unknown> {
  if (!guard.isOurs(event)) throw refusal(guard, name, 'the sender')
  if (!isWithin(args, limits[name] ?? limit)) throw refusal(guard, name, 'the size')
  const schema: z.ZodType<Parameters<Channels[Name]>> = argumentSchemas[name]
  const read = schema.safeParse(args)
  if (!read.success) {
    const where = read.error.issues[0]?.path.map(String).join('.') ?? ''
    guard.badRequest(name, where)
    throw refusal(guard, name, where)
  }
  try {
    return await handlers[name](...read.data)
  } catch (error) {
    guard.log(`The answer to ${name} failed`, error)
  }
  throw new Error(broken)
}

function refusal(guard: Guard, name: string, why: string): Error {
  guard.log(`A message to ${name} was refused: ${why}`, null)
  return new Error(refused)
}
