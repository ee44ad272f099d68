import type { CommandLine } from 'electron'
import { expect, it } from 'vitest'
import { opening, refuseDebuggers } from './refuse-debuggers'

/** Which of the switches on the command line are taken back. */
function takenBack(isPackaged: boolean, inspector: string | undefined): readonly string[] {
  const removed: string[] = []
  const commandLine = { removeSwitch: (name: string) => void removed.push(name) } as unknown as CommandLine
  refuseDebuggers({ isPackaged, commandLine }, inspector)
  return removed
}

it('takes every switch back that opens the page of a packaged app', () => {
  expect(takenBack(true, undefined)).toEqual(opening)
  expect(opening).toContain('remote-debugging-port')
})

it('leaves them where the app is being worked on, or tested through its debugger', () => {
  expect(takenBack(false, undefined)).toEqual([])
  expect(takenBack(true, 'ws://127.0.0.1:9229/x')).toEqual([])
})
