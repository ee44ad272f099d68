/** What a function returns that can fail without a bug: the value, or what went wrong. Plain data, so it crosses IPC. */
export type Result<T, E> = Readonly<{ ok: true; value: T } | { ok: false; error: E }>

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const failed = <E>(error: E): Result<never, E> => ({ ok: false, error })
