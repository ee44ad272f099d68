/** A text file as Vite bundles it: decoded as UTF-8, byte order mark and CRLF kept. */
declare module '*.txt?raw' {
  const text: string
  export default text
}
