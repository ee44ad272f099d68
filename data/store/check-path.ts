import { failed, ok, type Result } from '../model/result'

/** Names that Windows keeps for devices, with any extension. */
const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/
const part = /^[a-z0-9][a-z0-9._-]*$/
const longest = 120

/**
 * The parts of a path of a file in a project folder, or why it is refused, as the end of the sentence "the path …".
 * At most 120 characters; each part is of `a–z 0–9 . _ -`, begins with a letter or a digit, does not end in a full
 * stop, and is a name on every system. So no path is absolute, has a back-slash, or leaves its folder.
 */
export function partsOfPath(path: string): Result<readonly string[], string> {
  if (path.length > longest) return failed(`is longer than ${longest} characters`)
  const parts = path.split('/')
  const good = (name: string) => part.test(name) && !name.endsWith('.') && !device.test(name)
  return parts.every(good) ? ok(parts) : failed('holds a name that no project file has')
}

/** The same for a folder, whose path may end in `/`; the empty path is the project folder itself. */
export function partsOfFolder(path: string): Result<readonly string[], string> {
  return path === '' ? ok([]) : partsOfPath(path.endsWith('/') ? path.slice(0, -1) : path)
}

/**
 * The same for a file that `list` found, whose own name may be any: "<id> (Anna's conflicted copy).json". Its folder is
 * as strict as ever, and a name is one part, so the path does not leave it.
 */
export function partsOfFound(path: string): Result<readonly string[], string> {
  const cut = path.lastIndexOf('/')
  const name = path.slice(cut + 1)
  if (cut === -1) return partsOfPath(path)
  const folder = partsOfPath(path.slice(0, cut))
  if (!folder.ok) return folder
  const isName = name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[\\/\0]/.test(name)
  return isName ? ok([...folder.value, name]) : failed('holds a name that no file can have')
}

/** Whether a name is that of a file that was never finished. Its `~` and `.tmp` keep sync programs away from it. */
export const isTemporary = (name: string): boolean => name.startsWith('~') && name.endsWith('.tmp')
