export function chromiumProgram(path?: string): string
