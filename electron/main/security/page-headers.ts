import { contentSecurityPolicy } from './content-security-policy'

/**
 * What Chromium offers a page of the computer; the page may have none of it. Only names that every Chromium knows in
 * which the app runs, since the others are complained about. All the rest is refused by `refusePermissions`.
 */
const features = [
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** With every file of the app: it is what it says it is, tells nobody where it came from, and opens for no other origin. */
export const fileHeaders = (type: string): Readonly<Record<string, string>> => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
})

/** With the page itself. `nonce` is new for every load. */
export const pageHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': features.map((name) => `${name}=()`).join(', '),
})
