/** Who said what, read off the tags and links of all articles. */
export function RecordScreen() {
  return <h1>Statements</h1>
}
