/**
 * Numbers of 32 bits as bytes, each as many as it needs: most are small, and take a byte or two instead of four. Before every four
 * numbers stands a byte that says, in two bits each, how many bytes they have. The first of all is how many numbers there are.
 */
export function packNumbers(numbers: Int32Array): Uint8Array<ArrayBuffer> {
  const count = numbers.length + 1
  const most = 4 * count + Math.ceil(count / 4)
  if (room.length < most) room = new Uint8Array(2 * most)
  let at = 0
  let widths = 0
  for (let i = 0; i < count; i++) {
    const inGroup = i % 4
    if (inGroup === 0) {
      widths = at++
      room[widths] = 0
    }
    const number = i === 0 ? numbers.length : numbers[i - 1]! >>> 0
    room[at++] = number
    const more = number < 2 ** 8 ? 0 : number < 2 ** 16 ? 1 : number < 2 ** 24 ? 2 : 3
    for (let byte = 1; byte <= more; byte++) room[at++] = number >>> (8 * byte)
    room[widths]! |= more << (2 * inGroup)
  }
  return room.slice(0, at)
}

let room = new Uint8Array(4_096)

/** What `packNumbers` was given, from the bytes that begin at `from`. */
export function unpackNumbers(bytes: Uint8Array, from = 0): Int32Array<ArrayBuffer> {
  let numbers = none
  let at = from
  let widths = 0
  for (let i = 0; i <= numbers.length; i++) {
    const inGroup = i % 4
    if (inGroup === 0) widths = bytes[at++]!
    const more = (widths >> (2 * inGroup)) & 3
    let number = bytes[at++]!
    for (let byte = 1; byte <= more; byte++) number |= bytes[at++]! << (8 * byte)
    if (i === 0) numbers = new Int32Array(number)
    else numbers[i - 1] = number
  }
  return numbers
}

const none = new Int32Array()
