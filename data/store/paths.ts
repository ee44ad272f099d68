import type { DocumentHeader } from '../model/document'
import { shardOf } from '../model/ids'

/** The history of the document at `path`. */
export const historyBeside = (path: string): string => path.replace(/\.json$/, '.log')

/** Where everything lies below the project folder. Ids are checked where they are read, so no path leaves it. */
export const paths = {
  project: 'project.json',
  people: 'people',
  person: (annotator: string) => `people/${annotator}.json`,
  codebooks: 'codebook',
  codebook: (revision: string) => `codebook/${revision}.json`,
  articles: 'articles',
  article: (id: string) => `articles/${shardOf(id)}/${id}/article.json`,
  articleSource: (id: string, extension: string) => `articles/${shardOf(id)}/${id}/source.${extension}`,
  works: 'work',
  work: (annotator: string, device: string, article: string) =>
    `work/${annotator}/${device}/${shardOf(article)}/${article}.json`,
  /** The history of a document. */
  history: (annotator: string, device: string, article: string | null) =>
    historyBeside(paths.document({ annotator, device, article })),
  presence: (annotator: string, device: string) => `work/${annotator}/${device}/meta.json`,
  document: ({ annotator, device, article }: Pick<DocumentHeader, 'annotator' | 'device' | 'article'>) =>
    article === null ? paths.registry(annotator, device) : paths.work(annotator, device, article),
  registry: (annotator: string, device: string) => `work/${annotator}/${device}/registry.json`,
  inboxes: 'inbox',
  inbox: (set: string) => `inbox/${set}`,
  receivedAgreed: (set: string, article: string) => `inbox/${set}/agreed/${shardOf(article)}/${article}.json`,
} as const
