import { expect, test } from 'vitest'
import { beginsHeader, isWhole, readHeader, seal, toHex } from './checksum.ts'

// CRC-32 of "123456789": the check value of the algorithm.
const sealed = seal('123456789')

test('a line is its CRC-32, its length and its members', () => {
  expect(sealed).toBe('{"c":"cbf43926","l":9,123456789')
  expect(seal('é')).toMatch(/"l":2,é$/)
  expect(toHex(0x1f)).toBe('0000001f')
})

test('a header is read back', () => {
  expect(readHeader(Buffer.from(sealed))).toEqual({ checksum: 0xcbf43926, length: 9, end: 22 })
  expect(readHeader(Buffer.from('{"c":"0123abcd","l":1024,'))).toEqual({ checksum: 0x0123abcd, length: 1_024, end: 25 })
  expect(readHeader(Buffer.from('{"c":"00000000","l":12345678,'))?.length).toBe(12_345_678)
})

test.for([
  ...['', '{', '{"c":"cbf4392', '{"c":"cbf43926', '{"c":"cbf43926","l":', '{"c":"cbf43926","l":9'],
  ...[
    '{"c":"cbf4392g","l":9,',
    '{"c":"CBF43926","l":9,',
    '{"c":"cbf4392/","l":9,',
    '{"c":"cbf4392:","l":9,',
    '{"c":"cbf4392`","l":9,',
  ],
  ...['{"d":"cbf43926","l":9,', '{"c":"cbf43926";"l":9,', '{"c":"cbf43926","m":9,'],
  ...[
    '{"c":"cbf43926","l":,',
    '{"c":"cbf43926","l":0,',
    '{"c":"cbf43926","l":-9,',
    '{"c":"cbf43926","l":9:',
    '{"c":"cbf43926","l":/,',
  ],
  '{"c":"cbf43926","l":123456789,',
])('%s is not a header', (text) => {
  expect(readHeader(Buffer.from(text))).toBeUndefined()
})

test('a line is whole if its length and its checksum match', () => {
  const header = readHeader(Buffer.from(sealed))
  const whole = (text: string): boolean => header !== undefined && isWhole(Buffer.from(text), header)
  expect(
    [sealed, sealed.slice(0, -1), `${sealed}0`, sealed.replace('9', '8'), sealed.replace('6789', '6788')].map(whole),
  ).toEqual([true, false, false, true, false])
})

test('each strict prefix of a header may be its beginning, and so may more digits of its length', () => {
  const header = '{"c":"cbf43926","l":12345678'
  for (let length = 0; length <= header.length; length++)
    expect([length, beginsHeader(Buffer.from(header.slice(0, length)))]).toEqual([length, true])
})

test.for([
  'x',
  '{"d',
  '{"c":"g',
  '{"c":"cbf43926"x',
  '{"c":"cbf43926","l":x',
  '{"c":"cbf43926","l":123456789',
  '{"c":"cbf43926","l":0',
])('%s begins no header', (text) => {
  expect(beginsHeader(Buffer.from(text))).toBe(false)
})
