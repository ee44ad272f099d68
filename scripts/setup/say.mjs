/**
 * Everything the scripts tell people goes to stderr, so that stdout stays free for what a command was asked
 * to print (`parley stats`, `npm run bench`).
 */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Set-up cannot go on. The message says what is missing and which command mends it. */
export class Stop extends Error {}

/**
 * Does a piece of work that may take a while, named by a sentence that ends in "…". On a terminal the seconds
 * count beside the sentence; elsewhere they stand at its end once the work is done.
 */
export async function step(sentence, work) {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const terminal = process.stderr.isTTY
  const show = () => process.stderr.write(`\r${sentence} ${seconds()}`)

  if (terminal) show()
  else process.stderr.write(sentence)
  const ticking = terminal ? setInterval(show, 1000) : undefined
  try {
    const result = await work()
    process.stderr.write(terminal ? `\r${sentence} ${seconds()}\n` : ` ${seconds()}\n`)
    return result
  } catch (problem) {
    process.stderr.write('\n')
    throw problem
  } finally {
    clearInterval(ticking)
  }
}

/** Runs a script's `main`, turning a `Stop` into its message and exit code 1. `main` may return an exit code. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem
    say(`\n${problem.message}`)
    process.exitCode = 1
  }
}
