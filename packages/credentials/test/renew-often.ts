// One of many processes that share a store. Requests tokens that bypass the cache, and prints the results as one line of JSON.
import { createFileStore, createPartnerCredential, credentialErrorOf } from '../src/index.ts'

const [file = '', options = '', times = ''] = process.argv.slice(2)
const { scope, ...partner } = JSON.parse(options)
const credential = createPartnerCredential({ ...partner, store: createFileStore(file) })
const failures: unknown[] = []
const tokens = new Set<string>()

for (let time = 0; time < Number(times); time++) {
  try {
    tokens.add((await credential.getToken(scope, { claims: '{}' })).token)
  } catch (error) {
    failures.push(credentialErrorOf(error) ?? String(error))
  }
}
console.log(JSON.stringify({ failures, tokens: tokens.size }))
