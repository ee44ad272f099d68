import type { AttributeValue } from '../model/records'
import type { Span } from '../model/span'

/**
 * For or against, and how much: 1 or 2 where the position's tag says so (on the built-in scale from −2 to +2), `null` where
 * only the side is known. `sign` 0 is "neither".
 */
export interface Stance {
  readonly sign: -1 | 0 | 1
  readonly degree: number | null
}

/** Whom or what tags of a statement stand for. */
export interface Named {
  /** The tags that say it, in text order. Several that mean one entry are one. */
  readonly tags: readonly string[]
  /** What the first of them means in its own record; `null` where its annotator has not said. */
  readonly means: string | null
  /** The entry that counts: merges followed, and of the right kind. `null` where there is none, or no longer. */
  readonly entry: string | null
  /** The words of the first tag; parts of a discontinuous one are joined with " … ". */
  readonly words: string
}

/** What a tag is to a statement. */
export const evidenceRoles = ['actor', 'position', 'claim', 'addressee', 'source'] as const
export type EvidenceRole = (typeof evidenceRoles)[number]

/** A tag that a statement rests on. */
export interface Proof {
  readonly tag: string
  readonly as: EvidenceRole
  /** In text order; UTF-16 code units of the article's text. */
  readonly ranges: readonly (Span & { readonly quote: string })[]
}

/**
 * Who takes which stance on what, as one annotator's tags and links on one article say it. `statements.ts` says how it is
 * derived. Everything that nobody has said is `null`.
 */
export interface Statement {
  /** Made of the ids of the claim, the position and the actor, so that it stays the same while these do. */
  readonly id: string
  readonly article: string
  readonly annotator: string
  /** Who says it, or holds it. */
  readonly actor: Named | null
  /** The answer that is meant, as the tags name it. */
  readonly position: Named | null
  /** The issue that the position answers. */
  readonly issue: string | null
  readonly stance: Stance | null
  /** The tag of the claim; `null` where somebody only holds the position, or nobody does. */
  readonly claim: string | null
  /** Those of the claim, else of the position; parts are joined with " … ". */
  readonly words: string
  /** To whom it is said, in text order. */
  readonly addressees: readonly Named[]
  /** Who quotes the actor, the outermost first: “Interfax quoted Tass as quoting Lavrov” gives Interfax, Tass. */
  readonly sources: readonly Named[]
  /** Values of the claim's attributes "type", "speech" and "certainty", as the codebook has them. */
  readonly type: string | null
  readonly speech: string | null
  readonly certainty: string | null
  /** Whether words of the actor stand in the text, or a report of them; `null` where nobody has said. */
  readonly voice: 'own' | 'reported' | null
  /** The day on which it was said, as its tag says: 2031, 2031-03 or 2031-03-12. */
  readonly said: string | null
  /** The other attributes of the claim and the position; of one that both have, the claim's. */
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** Every tag that it rests on, in text order. */
  readonly evidence: readonly Proof[]
}
