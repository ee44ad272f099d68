/** In device-independent pixels of the whole desk, as Electron counts them. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const smallest = { width: 640, height: 480 } as const
const atFirst = { width: 1280, height: 840 } as const

/**
 * Where the window opens: where it was, if a good part of its title bar is still on one of the screens, else in the
 * middle (no `x` and `y`). Never larger than the screen, never smaller than `smallest`.
 */
export function fittingBounds(
  kept: Rectangle | null,
  screens: readonly Rectangle[],
): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  const home = kept && screens.find((screen) => holdsTitleBar(screen, kept))
  if (kept && home) return { x: kept.x, y: kept.y, ...fittingSize(kept, home) }
  return fittingSize(kept ?? atFirst, screens[0] ?? atFirst)
}

const fittingSize = (
  size: Pick<Rectangle, 'width' | 'height'>,
  screen: Pick<Rectangle, 'width' | 'height'>,
) => ({
  width: Math.max(smallest.width, Math.min(size.width, screen.width)),
  height: Math.max(smallest.height, Math.min(size.height, screen.height)),
})

function holdsTitleBar(screen: Rectangle, window: Rectangle): boolean {
  const left = Math.max(screen.x, window.x)
  const right = Math.min(screen.x + screen.width, window.x + window.width)
  return right - left >= 200 && screen.y <= window.y && window.y <= screen.y + screen.height - 40
}
