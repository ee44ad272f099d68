/** How a question of the contract is named on Electron's wire. */
export const wireName = (channel: string): string => `parley:${channel}`

/** What the main process tells by itself goes over one channel. */
export const eventWire = wireName('event')
