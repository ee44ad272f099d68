import type { App } from 'electron'

/** Nothing that the app loads has a certificate or asks for a password, so whatever does is turned away. */
export function refuseLogins(app: App): void {
  app.on('certificate-error', (event, _page, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _page, _url, _list, answer) => {
    event.preventDefault()
    answer()
  })
  app.on('login', (event, _page, _request, _who, answer) => {
    event.preventDefault()
    answer()
  })
}
