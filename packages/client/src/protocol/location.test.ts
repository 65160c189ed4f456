import { expect, test } from 'vitest'
import { parseLocation } from './location.ts'

const id = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

test.for([
  `productUpgrades/${id}`,
  `productupgrades/${id}`,
  `PRODUCTUPGRADES/${id}/`,
  `/v1/productUpgrades/${id}`,
  `/v1/productUpgrades/${id}/`,
  `https://api.partnercenter.microsoft.com/v1/productUpgrades/${id}`,
  `http://127.0.0.1:4010/v1/productupgrades/${id}/`,
  ` productUpgrades/${id} `,
  `${'a/'.repeat(998)}productUpgrades/${id}`,
])('the upgrade is found in the Location %s', (location) => {
  expect(parseLocation(location)).toBe(id)
})

test.for([
  null,
  '',
  id,
  `/${id}`,
  `orders/${id}`,
  'productUpgrades/42',
  `productUpgrades/${id}0`,
  `productUpgrades/{${id}}`,
  `productUpgrades/${id}/status`,
  `productUpgrades/${id}?next=1`,
  `productUpgrades/${id}#x`,
  `//evil.example/productUpgrades/${id}`,
  `javascript:/productUpgrades/${id}`,
  `ftp://evil.example/productUpgrades/${id}`,
  `https://evil.example?/productUpgrades/${id}`,
  `productUpgrades/../${id}`,
  `productUpgrades\\${id}`,
  `xhttps://evil.example/productUpgrades/${id}`,
  `! x/productUpgrades/${id}`,
  `${'a/'.repeat(999)}productUpgrades/${id}`,
  `productUpgrades/${id}\nX: y`,
])('no upgrade is found in the Location %j', (location) => {
  expect(parseLocation(location)).toBeUndefined()
})
