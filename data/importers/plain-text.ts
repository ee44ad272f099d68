import type { Importer } from './importer'
import { hasKnownSignature, looksLikeMarkup } from './not-text'
import { readArticle } from './read-article'

/** Plain text of any name, since articles come as "story" and "story.asc" too. */
export const plainText: Importer = {
  id: 'text',
  title: 'Plain text',
  extensions: ['txt', 'text'],
  accepts: (_name, head) => !hasKnownSignature(head) && !looksLikeMarkup(head),
  read: readArticle,
}
