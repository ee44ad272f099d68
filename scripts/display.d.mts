export function hasDisplay(env?: NodeJS.ProcessEnv): boolean
export default function openDisplay(): Promise<() => void>
export function withDisplay<T>(work: () => Promise<T>): Promise<T>
