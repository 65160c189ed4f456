import { expect, test } from 'vitest'
import { socketsAfterRedirects } from '../test/redirects.ts'

test('a thousand redirects with bodies leave at most 16 sockets open', async () => {
  const open = await socketsAfterRedirects(1_000)
  process.stdout.write(`sockets open after 1,000 redirects: ${open}\n`)
  expect(open).toBeLessThanOrEqual(16)
}, 120_000)
