import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

// Loading msal takes longer than the rest of a command that only prints its help.
test("importing the package and creating a credential loads only the specification's clouds and GUIDs", async () => {
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({
      resolve(specifier, context, next) {
        const found = next(specifier, context)
        loaded.push(found.url)
        return found
      },
    })
    const { createMemoryStore, createPartnerCredential } = await import('@partner-upgrades/credentials')
    const id = '11111111-1111-4111-8111-111111111111'
    createPartnerCredential({ tenantId: id, clientId: id, clientSecret: 'a', store: createMemoryStore() })
    console.log(JSON.stringify(loaded))
  `
  const args = ['--conditions=@partner-upgrades/source', '--input-type=module', '--eval', program]
  const { stdout } = await run(process.execPath, args, { cwd: join(import.meta.dirname, '..') })
  const loaded: string[] = JSON.parse(stdout)
  expect(loaded.some((url) => url.endsWith('/credentials/src/index.ts'))).toBe(true)
  expect(loaded.filter((url) => !/^node:|\/credentials\/src\/|\/spec\/src\/(clouds|guid)\.ts$/.test(url))).toEqual([])
})
