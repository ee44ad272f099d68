/** Labels, attributes and link types, and the rules that say when to use them. */
export function CodebookScreen() {
  return <h1>Codebook</h1>
}
