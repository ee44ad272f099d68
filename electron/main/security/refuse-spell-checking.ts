import type { Session } from 'electron'

/**
 * Nobody's spelling is checked. Chromium fetches dictionaries for the user's languages from a server when the program
 * starts, even for windows without spell checking, and on a way that no request handler sees; so there is no language
 * to fetch one for. Should there be one all the same, it is asked for where nothing is.
 */
export function refuseSpellChecking(session: Session): void {
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL('app://nowhere/')
}
