/** The one origin that the app's page has. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://parley`
export const appPage = `${appOrigin}/index.html`

/**
 * Where the page is loaded from. While the app is being worked on, Vite serves it at `ELECTRON_RENDERER_URL`; a
 * packaged app never looks there.
 */
export function pageUrl(env: Readonly<Record<string, string | undefined>>, isPackaged: boolean): string {
  const served = env['ELECTRON_RENDERER_URL']
  return served && !isPackaged ? served : appPage
}

/** `app://parley` has no origin in the URL standard's eyes ("null"), so it is put together here. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
