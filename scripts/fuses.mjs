// The fuses of a release: bytes in the Electron program that switch parts of it off for good, so that nothing on the
// command line or in the environment brings them back.
//   node scripts/fuses.mjs PROGRAM           shows how they are set
//   node scripts/fuses.mjs PROGRAM --release  sets them as users get them
//   node scripts/fuses.mjs PROGRAM --test     the same, but for the debugger that Playwright needs
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Each fuse by the place of its byte, with its name and whether it is on in a release. */
const fuses = [
  // The program is never a mere Node (ELECTRON_RUN_AS_NODE), reads no NODE_OPTIONS and opens no debugger (--inspect).
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  // The app is the one archive that was built, and on macOS and Windows it is the very bytes that were built.
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  // Needs a snapshot that is not shipped: with it on, the program ends before its first line.
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  // The page comes by `app:`, so `file:` needs no privileges.
  ['GrantFileProtocolExtraPrivileges', false],
  // Newer than the library that is used here; on in every Electron that has it, and no weakness.
  ['WasmTrapHandlers', true],
]

/** How the fuses are in a release. `isTest` leaves on what Playwright attaches through, and nothing else. */
export function releaseFuses({ isTest = false } = {}) {
  const wanted = Object.fromEntries(fuses)
  return isTest ? { ...wanted, EnableNodeCliInspectArguments: true } : wanted
}

/**
 * How the fuses of a program are set: `true`, `false` or, where the fuse is gone, `null`, by name. Throws for a fuse
 * that stands in no list here, since somebody has to decide about it first.
 */
export async function readFuses(program) {
  const { version, ...wire } = await getCurrentFuseWire(program)
  if (version !== FuseVersion.V1) throw new Error(`${program} has fuses of another kind.`)
  return Object.fromEntries(
    Object.entries(wire).map(([place, state]) => {
      const name = fuses[place]?.[0]
      if (name === undefined)
        throw new Error(`${program} has a fuse that nobody has decided about (${place}).`)
      return [name, stateOf(state)]
    }),
  )
}

const stateOf = (byte) => (String.fromCharCode(byte) === 'r' ? null : String.fromCharCode(byte) === '1')

/** Sets every fuse of the program, reads them back, and throws unless all are as they should be. */
export async function setFuses(program, options = {}) {
  const wanted = releaseFuses(options)
  // They are written in place, so a second name for the file, in a cache for one, would change with it.
  if (statSync(program).nlink > 1 && statSync(program).isFile()) throw new Error(`${program} is not a copy.`)
  const known = Object.entries(wanted).filter(([name]) => name in FuseV1Options)
  await flipFuses(program, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    ...Object.fromEntries(known.map(([name, isOn]) => [FuseV1Options[name], isOn])),
  })
  const set = await readFuses(program)
  const wrong = Object.keys(set).filter((name) => set[name] !== null && set[name] !== wanted[name])
  if (wrong.length > 0) throw new Error(`${program} does not keep its fuses: ${wrong.join(', ')}.`)
  return set
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [program, mode] = process.argv.slice(2)
  if (program === undefined || ![undefined, '--release', '--test'].includes(mode)) {
    process.stderr.write('node scripts/fuses.mjs PROGRAM [--release | --test]\n')
    process.exit(2)
  }
  const set = mode ? await setFuses(program, { isTest: mode === '--test' }) : await readFuses(program)
  for (const [name, isOn] of Object.entries(set)) process.stdout.write(`${isOn ? 'on ' : 'off'} ${name}\n`)
}
