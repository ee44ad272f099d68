// What a browser can do by itself: words in plain paragraphs, tags as CSS custom highlights.
const labels = ['actor', 'position', 'claim']
const [button, text] = [document.querySelector('button'), document.querySelector('#text')]
const highlights = new Map(labels.map((label) => [label, new Highlight()]))
for (const [label, highlight] of highlights) CSS.highlights.set(label, highlight)

/** What the next click opens. */
let waiting = { paragraphs: [], tags: [] }
window.putArticle = (article) => (waiting = article)
window.openArticle = openArticle

/** Paragraphs are `{ start, text }`, tags `{ label, start, end }`, both in text order; a tag stays in its paragraph. */
function openArticle({ paragraphs, tags }) {
  for (const highlight of highlights.values()) highlight.clear()
  const elements = paragraphs.map((paragraph) => {
    const element = document.createElement('p')
    element.textContent = paragraph.text
    return element
  })
  let at = 0
  for (const { label, start, end } of tags) {
    while (paragraphs[at + 1]?.start <= start) at++
    const range = new Range()
    range.setStart(elements[at].firstChild, start - paragraphs[at].start)
    range.setEnd(elements[at].firstChild, end - paragraphs[at].start)
    highlights.get(label).add(range)
  }
  text.replaceChildren(...elements)
}

button.addEventListener('click', () => openArticle(waiting))
document.addEventListener('keydown', ({ key }) => {
  const highlight = highlights.get(labels[Number(key) - 1])
  const selection = getSelection()
  if (!highlight || selection.isCollapsed) return
  highlight.add(selection.getRangeAt(0).cloneRange())
  selection.removeAllRanges()
})
