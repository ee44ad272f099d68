import { dissimilar, type Columns, type Dissimilarity } from './dissimilarity'

/** What it costs units to be in one group. */
export class Company {
  constructor(
    readonly units: Columns,
    readonly how: Dissimilarity,
    /** n(n − 1)/2 of the n observers. */
    readonly allPairs: number,
  ) {}

  /** The mean dissimilarity of all pairs of observers. */
  disorder(group: readonly number[]): number {
    let pairs = 0
    for (let i = 0; i < group.length; i++)
      for (let j = i + 1; j < group.length; j++)
        pairs += dissimilar(this.units, group[i]!, group[j]!, this.how)
    const withNobody = this.allPairs - (group.length * (group.length - 1)) / 2
    return (pairs + withNobody * this.how.empty) / this.allPairs
  }

  /** How much a group's disorder grows when a unit joins it; often below 0. A unit alone has the disorder Δ∅. */
  joining(unit: number, group: readonly number[]): number {
    let change = 0
    for (const other of group) change += dissimilar(this.units, unit, other, this.how) - this.how.empty
    return change / this.allPairs
  }

  /** Whether a group has a unit of the same observer. */
  isTaken(unit: number, group: readonly number[]): boolean {
    const { who } = this.units
    for (const other of group) if (who[other] === who[unit]) return true
    return false
  }
}
