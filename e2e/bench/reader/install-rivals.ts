import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../../../scripts/setup/run.mjs'
import { rivalsFolder } from './peers'

/**
 * Installs the rivals' packages beside their adapters, exactly as the lock file there says and without running any of
 * their scripts. Does nothing when that is done already. Gives the reason when it cannot be done.
 */
export async function installRivals(say: (sentence: string) => void): Promise<string | null> {
  // npm writes it when all else is there.
  if (existsSync(join(rivalsFolder, 'node_modules', '.package-lock.json'))) return null
  say('reader: installing the rivals, about 80 MB')
  const args = ['ci', '--ignore-scripts', '--legacy-peer-deps', '--loglevel=error', '--no-audit', '--no-fund']
  const { code, output } = await npm(args, { cwd: rivalsFolder })
  return code === 0 ? null : (firstLineOf(output) ?? `npm ended with ${code}`)
}

const firstLineOf = (output: string): string | undefined =>
  output.split('\n').find((line) => line.startsWith('npm error'))
