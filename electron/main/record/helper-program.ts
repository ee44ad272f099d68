import { parentPort, workerData } from 'node:worker_threads'
import { runHelper } from './run-helper'

if (parentPort) runHelper(parentPort, String(workerData))
