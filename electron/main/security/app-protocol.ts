import { protocol, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { appOrigin, appScheme, originOf } from '../origin'
import { fileHeaders, pageHeaders } from './page-headers'
import { servedFiles, type ServedFile } from './served-files'

/** Must run before Electron is ready: `app:` is a scheme like `https:`, with an origin of its own. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Answers `app://parley/…` with the built files in `folder`, and everything else with 404. */
export function serveApp(session: Session, folder: string): void {
  const files = servedFiles(folder, readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  session.protocol.handle(appScheme, async ({ method, url }) => {
    const file = originOf(url) === appOrigin ? files.get(new URL(url).pathname) : undefined
    return file && method === 'GET' ? answer(file) : new Response(null, { status: 404 })
  })
}

async function answer({ path, type }: ServedFile): Promise<Response> {
  const bytes = await readFile(path)
  const headers = fileHeaders(type)
  if (!type.startsWith('text/html')) return new Response(new Uint8Array(bytes), { headers })
  const nonce = randomBytes(18).toString('base64')
  return new Response(bytes.toString('utf8').replace('CSP_NONCE', nonce), {
    headers: { ...headers, ...pageHeaders(nonce) },
  })
}
