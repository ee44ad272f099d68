import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { annotatorIdFrom, base32 } from '../../../data/model/ids'
import type { Settings } from './settings'

/** Ten characters of base 32: fifty bits of randomness. */
const random = () => base32(randomBytes(7)).slice(0, 10)

/** What a new user starts with: the name of the account, until they write their own. */
export function firstSettings(): Settings {
  const name = accountName()
  return {
    format: 'parley/settings',
    schema: 1,
    annotator: { id: annotatorIdFrom(name, random()), name },
    device: random(),
    recent: [],
    sample: null,
    window: null,
    maximized: false,
    theme: 'system',
  }
}

function accountName(): string {
  try {
    return userInfo().username.trim() || 'Me'
  } catch {
    // Some accounts of containers and directories have no entry, and so no name.
    return 'Me'
  }
}
