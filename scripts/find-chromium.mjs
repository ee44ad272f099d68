import { delimiter, join } from 'node:path'
import { isCommand } from './setup/system-packages.mjs'

/** What the systems call a Chromium, the freest first. */
export const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of a Chromium on this computer. Throws where there is none: `npm test` sees to it that there is one. */
export function chromiumProgram(path = process.env.PATH ?? '') {
  for (const name of chromiumNames)
    for (const folder of path.split(delimiter)) if (isCommand(name, folder)) return join(folder, name)
  throw new Error('There is no Chromium on this computer. To install it: npm test')
}
