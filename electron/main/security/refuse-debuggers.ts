import type { App } from 'electron'
import { url } from 'node:inspector'

/** Switches that let another program look into the page or take the walls around it down. */
export const opening = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'js-flags',
] as const

/**
 * In what is given to users, takes back the switches that open the page. Must run before Electron is ready. Node's own
 * debugger is refused by a fuse; the build for tests has that fuse on, and where the debugger of this process is open
 * already, the page's is too.
 */
export function refuseDebuggers(
  { isPackaged, commandLine }: Pick<App, 'isPackaged' | 'commandLine'>,
  inspector: string | undefined = url(),
): void {
  if (!isPackaged || inspector !== undefined) return
  for (const name of opening) commandLine.removeSwitch(name)
}
