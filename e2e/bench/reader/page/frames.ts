/** The time stamp of the next frame. */
export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until what was begun has come to rest. */
export async function settled(ms = 50): Promise<void> {
  await pause(ms)
  await nextFrame()
  await nextFrame()
}

/** The time of the first task after the frame that is being made, so that its layout and painting are in it. */
export function afterFrame(): Promise<number> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close()
      resolve(performance.now())
    })
    port1.start()
    port2.postMessage(null)
  })
}

/** The time of the second frame after something is there. */
export async function painted(isThere: () => boolean, patience: number): Promise<number> {
  const began = performance.now()
  while (!isThere()) {
    if (performance.now() - began > patience) throw new Error(`Not there after ${patience} ms.`)
    await nextFrame()
  }
  await nextFrame()
  await nextFrame()
  return performance.now()
}
