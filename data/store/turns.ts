/** Lets asynchronous work take its turn: each piece begins when those before it have ended, whatever became of them. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => null)
    return turn
  }
}
