// Marks the refresh token as busy, and kills itself before it is redeemed.
import { createFileStore, createPartnerCredential } from '../src/index.ts'

const [file = '', options = ''] = process.argv.slice(2)
const { scope, ...partner } = JSON.parse(options)
const credential = createPartnerCredential({
  ...partner,
  store: createFileStore(file),
  async fetch(url, init) {
    if (init.method === 'POST') process.kill(process.pid, 'SIGKILL')
    return globalThis.fetch(url, init)
  },
})
await credential.getToken(scope, { claims: '{}' })
