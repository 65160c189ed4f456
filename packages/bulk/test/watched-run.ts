import { writeSync } from 'node:fs'
import disk from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join } from 'node:path'

// A dry run that prints each of its changes to the disk, and is killed right before it replaces or removes its nth file.
const [file = '', nth = ''] = process.argv.slice(2)
const { open, rename, rm } = disk
const say = (what: string, path: unknown): number => writeSync(1, `${what} ${basename(String(path))}\n`)
let changes = 0

async function change(what: string, path: unknown): Promise<void> {
  if (++changes === Number(nth)) process.kill(process.pid, 'SIGKILL')
  say(what, path)
}

const watched: Partial<typeof disk> = {
  async open(path, ...rest) {
    const handle = await open(path, ...rest)
    const sync = handle.sync.bind(handle)
    handle.sync = async () => {
      await sync()
      say('sync', path)
    }
    return handle
  },
  async rename(from, to) {
    await change('replace', to)
    await rename(from, to)
  },
  async rm(path, options) {
    await change('remove', path)
    await rm(path, options)
  },
}
Object.assign(disk, watched)
syncBuiltinESMExports()

const { upgradeCustomers } = await import('../src/index.ts')
await upgradeCustomers({
  file,
  stateFolder: join(dirname(file), 'state'),
  dryRun: true,
  client: {
    credential: 'token',
    async fetch(_url, init) {
      const { customerId, productFamily } = JSON.parse(String(init?.body))
      return Response.json({ customerId, productFamily, isEligible: false, reason: 'No' })
    },
  },
})
