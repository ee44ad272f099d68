import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { annotatorIdFrom, base32, contentId } from '../../../data/model/ids'
import { firstPreferences } from '../../ipc/preferences'
import type { Settings } from './settings'

/** Ten characters of base 32: fifty bits of randomness. */
const random = (): string => base32(randomBytes(7)).slice(0, 10)

/** A name for this computer that no other has. */
export const randomDevice = random

/** What a new user starts with: the name of the account, until they write their own. */
export function firstSettings(): Settings {
  const name = accountName()
  return {
    format: 'parley/settings',
    schema: 1,
    annotator: { id: annotatorIdFrom(name, random()), name },
    device: random(),
    machine: machineName(),
    recent: [],
    sample: null,
    window: null,
    maximized: false,
    theme: 'system',
    preferences: firstPreferences,
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

/**
 * A name for this computer that a copied profile does not take along; the hash of the system's own, which is to stay
 * secret. Only Linux tells it without a program being run; elsewhere a running twin is noticed all the same.
 */
function machineName(): string {
  try {
    return contentId(`parley ${readFileSync('/etc/machine-id', 'utf8').trim()}`)
  } catch {
    return ''
  }
}
