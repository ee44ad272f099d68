// Opens the app in the folder named on the command line (`electron .`), as the app that an Electron download
// brings along does. Awaiting the import keeps Electron from becoming ready before the app has had its say.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const required = []
let folder
while (folder === undefined && args.length > 0) {
  const arg = args.shift()
  if (arg === '-r' || arg === '--require') required.push(args.shift())
  else if (!arg.startsWith('-')) folder = resolve(arg)
}

if (folder === undefined) {
  process.stderr.write('Name the folder of the app to open, for example: electron .\n')
  app.exit(1)
} else {
  const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(productName ?? name)
  if (version) app.setVersion(version)
  app.setAppPath(folder)
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })

  for (const module of required) createRequire(import.meta.url)(resolve(module))
  await import(pathToFileURL(join(folder, main ?? 'index.js')).href)
}
