import { shardOf } from '../model/ids'

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
  /** The history of that document. */
  history: (annotator: string, device: string, article: string) =>
    `work/${annotator}/${device}/${shardOf(article)}/${article}.log`,
  presence: (annotator: string, device: string) => `work/${annotator}/${device}/meta.json`,
  registry: (annotator: string, device: string) => `work/${annotator}/${device}/registry.json`,
  inboxes: 'inbox',
  inbox: (set: string) => `inbox/${set}`,
} as const
