/*
 * What the adapters use of the rivals' packages, which are there only once the bench has installed them. Where a
 * package is named here, TypeScript does not look for it.
 */

declare module '@lexical/rich-text' {
  import type { LexicalEditor } from 'lexical'

  export function registerRichText(editor: LexicalEditor): () => void
}

declare module '@lexical/mark' {
  import type { ElementNode, LexicalNode, NodeKey, RangeSelection } from 'lexical'

  export class MarkNode extends ElementNode {
    constructor(ids?: readonly string[], key?: NodeKey)
    getIDs(): readonly string[]
    deleteID(id: string): void
  }
  export function $createMarkNode(ids: readonly string[]): MarkNode
  export function $isMarkNode(node: LexicalNode | null | undefined): node is MarkNode
  export function $unwrapMarkNode(node: MarkNode): void
  export function $wrapSelectionInMarkNode(selection: RangeSelection, isBackward: boolean, id: string): void
}

declare module '@recogito/text-annotator' {
  export interface Body {
    readonly id: string
    readonly annotation: string
    readonly purpose: string
    readonly value: string
  }
  export interface TextAnnotation {
    readonly id: string
    readonly bodies: readonly Body[]
    readonly target: {
      readonly annotation: string
      readonly selector: readonly { readonly quote: string; readonly start: number; readonly end: number }[]
      readonly created: Date
    }
  }
  export interface TextAnnotator {
    readonly state: {
      readonly store: {
        all(): readonly TextAnnotation[]
        bulkAddAnnotations(annotations: readonly TextAnnotation[], replace: boolean, origin: string): void
      }
    }
    on(event: 'createAnnotation', called: (annotation: TextAnnotation) => void): void
    setAnnotations(annotations: readonly TextAnnotation[]): void
    updateAnnotation(annotation: TextAnnotation): void
    removeAnnotation(id: string): void
    cancelSelected(): void
  }
  export function createTextAnnotator(
    container: HTMLElement,
    options: {
      readonly renderer: 'SPANS' | 'CSS_HIGHLIGHTS'
      readonly selectionMode: 'all'
      readonly userSelectAction: 'EDIT'
      readonly style: (annotation: TextAnnotation) => { readonly fill: string; readonly fillOpacity: number }
    },
  ): TextAnnotator
}
