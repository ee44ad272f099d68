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

/** An address at which nothing listens, on this computer: what is sent there is sent nowhere. */
const nowhere = 'socks5://127.0.0.1:9'

/**
 * Cancels every request that does not stay inside the app, whoever makes it. Calls from page to page (WebRTC) are no
 * requests, and go through a relay of the caller's choice; those follow the proxy, and there is none at `nowhere`.
 * Resolves when that holds.
 */
export async function refuseNetwork(session: Session, served: string | null): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, served) }))
  const home = served === null ? '' : `;${new URL(served).host}`
  await session.setProxy({ proxyRules: nowhere, proxyBypassRules: `<-loopback>${home}` })
}
