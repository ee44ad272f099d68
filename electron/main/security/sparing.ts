/**
 * Does something at most `most` times a second: a flood of refused messages must not become a flood of lines in the
 * log. `act` is told how many times it was not done since it was done last.
 */
export function sparing<Args extends readonly unknown[]>(
  most: number,
  act: (left: number, ...args: Args) => void,
  now: () => number = () => performance.now(),
): (...args: Args) => void {
  let began = -Infinity
  let done = 0
  let left = 0
  return (...args) => {
    if (now() - began >= 1000) {
      began = now()
      done = 0
    }
    if (done >= most) {
      left++
      return
    }
    done++
    act(left, ...args)
    left = 0
  }
}
