import { describe, expect, it } from 'vitest'
import { drawn } from './drawn.test-data'
import { rankActors, rankPositions } from './rank'

/** The actors of a drawing in the order in which they are offered for its one claim. */
function actorsFor(drawing: string): readonly string[] {
  const { article, of } = drawn(drawing)
  return rankActors(article, of('claim')[0]!, of('actor')).map(({ target }) => target[0]!.quote)
}

function positionsFor(drawing: string, usedLast: string | null = null): readonly string[] {
  const { article, of } = drawn(drawing)
  const positions = of('position')
  const last = positions.find(({ target }) => target[0]!.quote === usedLast)?.id ?? null
  return rankPositions(article, of('claim')[0]!, positions, last).map(({ target }) => target[0]!.quote)
}

describe('who is offered first for a claim', () => {
  it('is who said it, after the quotation', () => {
    expect(
      actorsFor(
        '[Oslund](actor) was there. [“We will not sail,”](claim) [Pell](actor) told [reporters](actor).',
      ),
    ).toEqual(['Pell', 'reporters', 'Oslund'])
  })

  it('is who said it, behind the verb and a title', () => {
    expect(
      actorsFor('[Oslund](actor) listened. [“It stands,”](claim) said council chair [Pell](actor).'),
    ).toEqual(['Pell', 'Oslund'])
  })

  it('is who said it, when the quotation is a sentence of its own', () => {
    expect(actorsFor('[Oslund](actor) sat. [“It stands.”](claim) [Pell](actor) added nothing.')).toEqual([
      'Pell',
      'Oslund',
    ])
  })

  it('is who said it before, rather than who stands nearer', () => {
    expect(
      actorsFor(
        '[Pell](actor), the chair, said that after [Oslund](actor) [the timetable would stand](claim).',
      ),
    ).toEqual(['Pell', 'Oslund'])
  })

  it('is the nearest named before it in its sentence, where nobody says anything', () => {
    expect(
      actorsFor(
        '[Oslund](actor) left. [Pell](actor) held that [it stands](claim), with [the crews](actor) far.',
      ),
    ).toEqual(['Pell', 'the crews', 'Oslund'])
  })

  it('is nobody named inside its own words, while there is another', () => {
    expect(actorsFor('[Pell](actor) came. [It is for [the crews](actor) to say](claim), one heard.')).toEqual(
      ['Pell', 'the crews'],
    )
  })

  it('is who said it in German and in Russian too', () => {
    expect(actorsFor('[Oslund](actor) saß. [„Er gilt“](claim), sagte [Pell](actor).')[0]).toBe('Pell')
    expect(actorsFor('[Ослунд](actor) здесь. [Он в силе](claim), заявил [Пелл](actor).')[0]).toBe('Пелл')
  })
})

describe('what is offered first for a claim to be for or against', () => {
  const drawing =
    '[The wall](position) stood. [More crew](position) came up. [Pell said no to [the quota](position)](claim). [Late](position).'

  it('shares words with it', () => {
    expect(positionsFor(drawing)).toEqual(['the quota', 'Late', 'More crew', 'The wall'])
  })

  it('is else the one used last, wherever it stands', () => {
    const apart = '[The wall](position) stood. [More crew](position) came up. [Pell said no](claim).'
    expect(positionsFor(apart, 'The wall')).toEqual(['The wall', 'More crew'])
    expect(positionsFor(apart)).toEqual(['More crew', 'The wall'])
  })
})
