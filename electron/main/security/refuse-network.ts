import type { Session } from 'electron'
import { appOrigin, originOf } from '../origin'

/**
 * Whether the app may ask for a URL at all. `served` is Vite's address while the app is being worked on, and then
 * its web socket and Chromium's developer tools are allowed too; else `null`.
 */
export function mayLoad(url: string, served: string | null): boolean {
  const origin = originOf(url)
  if (origin === appOrigin) return true
  if (served === null) return false
  const home = originOf(served)
  return origin === home || origin === home.replace(/^http/, 'ws') || url.startsWith('devtools://')
}

/** Cancels every request that does not stay inside the app, whoever makes it. */
export function refuseNetwork(session: Session, served: string | null): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, served) }))
}
