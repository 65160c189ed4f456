import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/folder.ts'
import { scope } from '../../test/oidc-server.ts'
import { runProgram } from '../../test/processes.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createFileStore, createPartnerCredential, saveRefreshToken } from '../index.ts'

const signIn = useSignIn()

async function consented() {
  const { server, partner } = signIn
  const file = join(temporaryFolder(), 'tokens', 'store.json')
  const store = createFileStore(file)
  await saveRefreshToken({ ...partner, store }, await server.consent())
  server.exchanges.length = 0
  return { server, partner, file, store }
}

test('eight processes renew a rotating token forty times each without a failed call', async () => {
  const { server, partner, file } = await consented()
  const ended = await Promise.all(
    Array.from({ length: 8 }, () => runProgram('renew-often.ts', signIn, partner, file, '40')),
  )
  for (const { stdout } of ended) expect(JSON.parse(stdout)).toEqual({ failures: [], tokens: 40 })
  expect(server.exchanges).toEqual(Array.from({ length: 320 }, () => 'refresh_token 200'))
})

test('processes that are killed while redeeming a refresh token leave it to the others', async () => {
  const { server, partner, file, store } = await consented()
  // The lease of a dead process follows from the request timeout: 7 seconds for a timeout of 1.
  const hasty = { ...partner, timeout: 1_000 }
  for (let kill = 1; kill <= 2; kill++) {
    const { signal } = await runProgram('die-busy.ts', signIn, hasty, file)
    expect(signal).toBe('SIGKILL')
    const begin = performance.now()
    await createPartnerCredential({ ...hasty, store }).getToken(scope, { claims: '{}' })
    expect(performance.now() - begin).toBeLessThan(20_000)
  }
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})
