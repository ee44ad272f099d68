import type { Attribute, Codebook, Label, LinkType } from './codebook'
import { contentId } from './ids'

const labels: readonly Label[] = [
  {
    id: 'actor',
    name: 'Actor',
    letter: 'A',
    key: '1',
    hue: 'actor',
    pattern: 'bar',
    definition: 'Who speaks, is spoken to, or is meant: a person, a government, an organisation, a group.',
    include: ['names, titles and pronouns', 'a capital that stands for its government'],
    exclude: ['a place that is only a place'],
    examples: ['the foreign secretary', 'she', 'the capital’s envoy'],
  },
  {
    id: 'position',
    name: 'Position',
    letter: 'P',
    key: '2',
    hue: 'position',
    pattern: 'dashes',
    definition: 'An answer to a question in dispute, as the text words it.',
    include: ['demands and refusals', 'what somebody is said to be for or against'],
    exclude: ['the act of saying it, which is a claim'],
    examples: ['leave office before any talks begin'],
  },
  {
    id: 'claim',
    name: 'Claim',
    letter: 'C',
    key: '3',
    hue: 'claim',
    pattern: 'bracket',
    definition: 'What an actor says, in their words or the reporter’s.',
    include: ['quotations with their marks', 'indirect speech without “that”'],
    exclude: ['what the reporter states on their own account'],
    examples: ['“We will not tell people what they may ask for”'],
  },
]

const options = (...names: string[]) => names.map((name) => ({ value: name.toLowerCase(), name }))

const attributes: readonly Attribute[] = [
  {
    id: 'speech',
    name: 'Speech',
    type: 'choice',
    labels: ['claim'],
    options: options('Direct', 'Indirect', 'Paraphrase', 'Mixed'),
    definition: 'Whose words they are: quoted, reported, summed up, or some of each.',
  },
  {
    id: 'type',
    name: 'Type',
    type: 'choice',
    labels: ['claim'],
    options: options('Assertion', 'Demand', 'Promise', 'Evaluation', 'Denial', 'Action'),
    definition: 'What the speaker does by saying it.',
  },
  {
    id: 'certainty',
    name: 'Speaker is',
    type: 'choice',
    labels: ['claim'],
    options: options('Certain', 'Probable', 'Possible'),
    definition: 'How sure the speaker sounds. How sure you are of the tag is a different thing.',
  },
  {
    id: 'said',
    name: 'Said on',
    type: 'date',
    labels: ['claim'],
    definition: 'The day on which it was said.',
  },
  {
    id: 'stance',
    name: 'Stance',
    type: 'scale',
    labels: ['position'],
    min: -2,
    max: 2,
    names: ['Strongly against', 'Against', 'Neither', 'For', 'Strongly for'],
    definition: 'For or against what the words describe.',
  },
  {
    id: 'condition',
    name: 'Condition',
    type: 'text',
    labels: ['position'],
    definition: 'What the position is made to depend on.',
  },
  {
    id: 'strength',
    name: 'Strength',
    type: 'scale',
    labels: ['position'],
    min: 1,
    max: 3,
    names: ['Weak', 'Plain', 'Strong'],
    definition: 'How firmly it is put.',
  },
  {
    id: 'confidence',
    name: 'You are',
    type: 'scale',
    labels: ['actor', 'position', 'claim'],
    min: 1,
    max: 5,
    names: ['Guessing', 'Unsure', 'Fairly sure', 'Sure', 'Certain'],
    definition: 'How sure you are of this tag.',
  },
]

const linkTypes: readonly LinkType[] = [
  { id: 'makes', phrase: 'makes', inverse: 'made by', from: ['actor'], to: ['claim'] },
  { id: 'holds', phrase: 'holds', inverse: 'held by', from: ['actor'], to: ['position'] },
  { id: 'addresses', phrase: 'addressed to', inverse: 'addressed by', from: ['claim'], to: ['actor'] },
  { id: 'supports', phrase: 'supports', inverse: 'supported by', from: ['claim'], to: ['position'] },
  { id: 'opposes', phrase: 'opposes', inverse: 'opposed by', from: ['claim'], to: ['position'] },
  { id: 'cites', phrase: 'cites', inverse: 'cited by', from: ['actor'], to: ['actor'] },
]

const content = {
  format: 'parley/codebook' as const,
  schema: 1 as const,
  parents: [],
  name: 'Actors, positions, claims',
  labels: [...labels],
  attributes: [...attributes],
  linkTypes: [...linkTypes],
}

/** The codebook that every new project starts with. */
export const builtInCodebook: Codebook = { ...content, id: contentId(JSON.stringify(content)) }
