export { paragraphAt, paragraphsOf, type Paragraph } from '../../../data/text/paragraphs'
