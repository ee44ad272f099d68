import type { Session } from 'electron'

/**
 * Nobody's spelling is checked: the first misspelt word would fetch a dictionary from Chromium's server, on a way
 * that no request handler sees. Should a window ask for it all the same, the dictionaries are where nothing is.
 */
export function refuseSpellChecking(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL('app://nowhere/')
}
