import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/folder.ts'
import { runProgram } from '../../test/processes.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createFileStore, saveRefreshToken } from '../index.ts'

const signIn = useSignIn()

test('eight processes that share a store renew a rotating token without a failed call', async () => {
  const { server, partner } = signIn
  const folder = join(temporaryFolder(), 'tokens')
  const file = join(folder, 'store.json')
  await saveRefreshToken({ ...partner, store: createFileStore(file) }, await server.consent())
  const ended = await Promise.all(
    Array.from({ length: 8 }, () => runProgram('renew-often.ts', signIn, partner, file, '3')),
  )
  for (const { stdout } of ended) expect(JSON.parse(stdout)).toEqual({ failures: [], tokens: 3 })
  // No refresh token was used twice: the server would have revoked them all.
  expect(server.exchanges).toEqual(Array.from({ length: 24 }, () => 'refresh_token 200'))
  expect(readdirSync(folder)).toEqual(['store.json'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
}, 60_000)
