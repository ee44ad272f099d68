/** Runs npm in a folder and waits for it: its exit code, and what it wrote. */
export function npm(
  args: readonly string[],
  options?: { readonly cwd?: string },
): Promise<{ readonly code: number; readonly output: string }>
