import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { nodeProcesses } from './processes'

it('knows that this process runs', () => {
  expect(nodeProcesses.self).toMatch(/^\d+-[0-9a-z]+$/)
  expect(nodeProcesses.stateOf(nodeProcesses.self)).toBe('running')
})

it('knows that another has ended which had the same number', () => {
  expect(nodeProcesses.stateOf(`${process.pid}-another`)).toBe('ended')
})

it('knows that a process has ended, and does not say so before', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const another = `${child.pid}-another`
  expect(nodeProcesses.stateOf(another)).toBe(process.platform === 'linux' ? 'ended' : 'unsure')
  child.kill()
  await once(child, 'exit')
  expect(nodeProcesses.stateOf(another)).toBe('ended')
})
