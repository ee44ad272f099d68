export function electronProgram(): string
export function electronArgs(args: readonly string[]): string[]
export function electronEnv(env?: NodeJS.ProcessEnv): Record<string, string>
export function runElectron(args: readonly string[]): Promise<number>
export function isNoise(line: string): boolean
