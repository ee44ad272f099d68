import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { runHelper } from './run-helper'

if (parentPort) {
  // The window and whoever asked go first. On Linux a thread has a priority of its own; elsewhere this would be the whole program’s.
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
  runHelper(parentPort, String(workerData))
}
