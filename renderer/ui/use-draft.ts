import { useState } from 'react'

/** The words in a field that is kept later. When `kept` changes, whoever changed it, the field shows that. */
export function useDraft(kept: string): [words: string, setWords: (words: string) => void] {
  const [words, setWords] = useState(kept)
  const [shown, setShown] = useState(kept)
  if (shown !== kept) {
    setShown(kept)
    setWords(kept)
  }
  return [words, setWords]
}
