interface Init extends MouseEventInit {
  readonly key?: string
  /** When it is said to have happened, as `performance.now()` counts. */
  readonly at?: number
}

/** Causes an event as a person's mouse or keyboard would, from the page itself: no process is waited for. */
export function fire(target: EventTarget, type: string, { at, ...init }: Init = {}): void {
  const whole = { bubbles: true, cancelable: true, composed: true, view: window, ...init }
  const event = eventOf(type, whole)
  if (at !== undefined) Object.defineProperty(event, 'timeStamp', { value: at })
  target.dispatchEvent(event)
}

function eventOf(type: string, init: Init): Event {
  if (type.startsWith('pointer'))
    return new PointerEvent(type, { ...init, pointerType: 'mouse', isPrimary: true })
  return type.startsWith('key') ? new KeyboardEvent(type, init) : new MouseEvent(type, init)
}
