import type { App } from 'electron'
import { join } from 'node:path'

/** Where things lie on this computer. */
export interface Places {
  /** The application's own folder: settings, journals, log. */
  readonly home: string
  /** Where the user's documents are, and the copy of the sample goes. */
  readonly documents: string
  /** Where the sample goes, the best place first. */
  readonly sampleHomes: readonly string[]
}

/**
 * With `--user-data-dir=DIR` everything stays in DIR, the sample and the proposals of dialogs too: whoever gives a
 * folder of its own to a trial or a test finds nothing elsewhere afterwards.
 */
export function placesOf(app: App): Places {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  if (given !== '') app.setPath('userData', given)
  const home = app.getPath('userData')
  const own = join(home, 'documents')
  const documents = given === '' ? documentsOf(app, own) : own
  return { home, documents, sampleHomes: [...new Set([documents, own])] }
}

function documentsOf(app: App, otherwise: string): string {
  try {
    return app.getPath('documents')
  } catch {
    // Some systems and accounts have no folder for documents.
    return otherwise
  }
}
