/**
 * What two raters said of many units, told by value: how often both had each, how often it was the first's and the second's where they had not the same, and how often the
 * only one.
 */
export interface Margins {
  readonly same: Int32Array
  readonly first: Int32Array
  readonly second: Int32Array
  readonly alone: Int32Array
}
