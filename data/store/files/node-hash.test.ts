import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from '../../model/ids'
import { hashWithNode } from './node-hash'

it('gives what the hash in plain JavaScript gives, lone surrogates too', () => {
  hashWithNode()
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', 'a\udc00', '🙂'),
      (text, odd) => {
        expect(sha256Hex(text + odd)).toBe(bytesToHex(sha256(utf8ToBytes(text + odd))))
      },
    ),
  )
})
