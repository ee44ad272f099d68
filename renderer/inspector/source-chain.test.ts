import { describe, expect, it } from 'vitest'
import type { WorkRecord } from '../../data/model/records'
import { link, mapOf, tag } from '../history/made-up'
import { chainOf, relinked } from './source-chain'

const actor = (id: string) => tag(id, id, { label: 'actor' })
const [agency, minister, envoy, claim] = [
  actor('agency'),
  actor('minister'),
  actor('envoy'),
  tag('claim', 'no'),
]
const tags: readonly WorkRecord[] = [agency, minister, envoy, claim]
const cites = (from: string, to: string) => link(`${from}-${to}`, from, to, 'cites')
const makes = (from: string) => link(`${from}-claim`, from, 'claim')

const three = mapOf(...tags, cites('agency', 'minister'), cites('minister', 'envoy'), makes('envoy'))
const names = (records: ReadonlyMap<string, WorkRecord>, id: string) => {
  const record = records.get(id)
  return record?.is === 'annotation' ? chainOf(records, record).map((each) => each.id) : []
}

describe('the chain of sources', () => {
  it('of a claim ends with it, the outermost first', () => {
    expect(names(three, 'claim')).toEqual(['agency', 'minister', 'envoy', 'claim'])
  })

  it.each(['agency', 'minister', 'envoy'])('of an actor is the same from each of its tags: %s', (id) => {
    expect(names(three, id)).toEqual(['agency', 'minister', 'envoy'])
  })

  it('is none without a maker, and without anybody who cites', () => {
    expect(names(mapOf(...tags), 'claim')).toEqual([])
    expect(names(mapOf(...tags, makes('envoy')), 'envoy')).toEqual([])
  })

  it('ends where a circle began', () => {
    const circle = mapOf(...tags, cites('agency', 'minister'), cites('minister', 'agency'), makes('minister'))
    expect(names(circle, 'claim')).toEqual(['agency', 'minister', 'claim'])
  })
})

describe('a change of the chain', () => {
  const said = (...after: readonly (typeof agency)[]) =>
    relinked(three, 'a', [agency, minister, envoy, claim], after, 'claim').map((command) =>
      command.do === 'link'
        ? `${command.from} ${command.type} ${command.to}`
        : command.do === 'unlink'
          ? `without ${command.link}`
          : command.do,
    )

  it('links the neighbours of who is taken out', () => {
    expect(said(agency, envoy, claim)).toEqual([
      'without agency-minister',
      'without minister-envoy',
      'agency cites envoy',
    ])
  })

  it('changes places, whoever makes the claim among them', () => {
    expect(said(agency, envoy, minister, claim)).toEqual([
      'without agency-minister',
      'without minister-envoy',
      'without envoy-claim',
      'agency cites envoy',
      'envoy cites minister',
      'minister makes claim',
    ])
  })

  it('puts somebody in between', () => {
    const council = actor('council')
    expect(said(agency, council, minister, envoy, claim)).toEqual([
      'without agency-minister',
      'agency cites council',
      'council cites minister',
    ])
  })

  it('is nothing where nothing is other', () => {
    expect(said(agency, minister, envoy, claim)).toEqual([])
  })
})
