import type { Session } from 'electron'

/** Says no to whatever the page asks of the computer: camera, place, notifications, devices, the clipboard. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
