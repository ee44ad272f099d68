import { runCli } from './run-cli'

/**
 * Whoever reads our output may stop reading, as `head` does: what is left of it is lost, and the work goes on. Output
 * that a full disk does not take is said, and the exit code has it.
 */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    if (stream === process.stdout)
      process.stderr.write(`The results could not be written: ${error.message}.\n`)
    process.exitCode = 1
  })

const { stdout, stderr } = process
const code = await runCli(process.argv.slice(2), { stdout, stderr, cwd: process.cwd() })
// Not `process.exit`, which would cut off what a slow reader has not taken yet.
process.exitCode = Math.max(code, Number(process.exitCode ?? 0))
