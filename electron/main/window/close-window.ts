import { dialog, type BrowserWindow } from 'electron'
import { explain } from '../../../data/model/explain'
import type { Problem } from '../../../data/model/problem'
import type { Saving } from '../../../data/store/views'

/** A share that does not answer must not keep the window open for ever; the journal has the work. Milliseconds. */
const patience = 15_000

/**
 * Waits until the last change is in the project folder, at most fifteen seconds. When it cannot be brought there,
 * says so: the work is kept on this computer, and goes to the folder when the project is opened again.
 */
export async function leave(window: BrowserWindow, close: () => Promise<Saving | null>): Promise<void> {
  const saving = await Promise.race([close(), late()])
  if (saving?.state === 'kept') await say(window, saving.problem)
}

/** Waits for that as well, no longer than for the project. */
export const awaitBriefly = (rest: Promise<void>): Promise<void> => Promise.race([rest, patienceOver()])

const patienceOver = () => new Promise<void>((resolve) => setTimeout(resolve, patience).unref())

async function late(): Promise<Saving> {
  await patienceOver()
  return { state: 'kept', problem: { kind: 'not-saved', why: 'the folder does not answer' } }
}

async function say(window: BrowserWindow, problem: Problem): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Your work is kept on this computer, but has not reached the project folder.',
    detail: `${explain(problem)} It is brought there when you open the project again on this computer.`,
    buttons: ['Close'],
  })
}
