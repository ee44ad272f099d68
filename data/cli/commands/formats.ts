import { formats, lossSentences } from '../../formats'
import type { Format, Loss } from '../../formats/format'
import type { Command } from '../command'
import { printJson } from '../tell'

const kept: Readonly<Record<Loss, string>> = {
  texts: 'texts',
  blocks: 'structure of the texts',
  links: 'links',
  registries: 'registries of actors and positions',
  codebook: 'codebook',
  discontinuous: 'tags of several ranges',
  'attribute-types': 'types of attribute values',
  history: 'history',
}

export const formatsCommand: Command = {
  name: 'formats',
  usage: '[--json]',
  about: 'Says what each format reads, writes, carries and loses.',
  options: [{ name: 'json', value: null, about: 'print a JSON list' }],
  operands: { name: 'Nothing', least: 0, most: 0 },
  async run(given, io) {
    if (given.has('json')) printJson(io, formats.map(jsonOf))
    else io.stdout.write(formats.map(described).join('\n'))
    return 0
  },
}

const carriedBy = ({ loses }: Format): string[] =>
  Object.keys(kept).filter((each) => !loses.some((loss) => loss === each))

const jsonOf = (format: Format) => ({
  id: format.id,
  title: format.title,
  about: format.about,
  extension: format.extension,
  offsets: format.offsets,
  reads: format.read !== null,
  writes: true,
  carries: carriedBy(format),
  loses: format.loses,
})

function described(format: Format): string {
  const words = new Map(Object.entries(kept))
  const carries = ['tags', ...carriedBy(format).map((each) => words.get(each))].join(', ')
  return [
    `${format.id}  ${format.title}  (${format.extension})`,
    `  ${format.about}`,
    `  ${format.read ? 'Read and written' : 'Only written'}; offsets count ${offsets[format.offsets]}.`,
    `  Carries ${carries}.`,
    ...(format.loses.length === 0
      ? ['  Loses nothing.']
      : format.loses.map((loss) => `  ${lossSentences[loss]}`)),
    '',
  ].join('\n')
}

const offsets: Readonly<Record<Format['offsets'], string>> = {
  'utf-16': 'UTF-16 code units',
  'code-points': 'Unicode code points',
  both: 'both UTF-16 code units and Unicode code points',
}
