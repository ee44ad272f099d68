import type { Session } from 'electron'

/** The page downloads nothing: what leaves the app is written by the main process, where the user said. */
export function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}
