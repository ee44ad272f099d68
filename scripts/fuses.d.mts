type Fuses = Readonly<Record<string, boolean>>

export function releaseFuses(options?: { readonly isTest?: boolean }): Fuses
export function readFuses(program: string): Promise<Readonly<Record<string, boolean | null>>>
export function setFuses(
  program: string,
  options?: { readonly isTest?: boolean },
): Promise<Readonly<Record<string, boolean | null>>>
