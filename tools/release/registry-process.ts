// Verdaccio in its own process: prints its port, and ends with its parent. Usage: registry-process.ts FOLDER UPSTREAM
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { kitFolder } from '../release-kit.ts'

interface Listening {
  address(): { readonly port: number } | string | null
  listen(port: number, host: string, done: () => void): void
}
const { runServer }: { runServer(configuration: object): Promise<Listening> } = createRequire(
  join(kitFolder, 'package.json'),
)('verdaccio')

const [folder = '', upstream = ''] = process.argv.slice(2)
const open = { access: '$all', publish: '$all', unpublish: '$all' }
const server = await runServer({
  storage: join(folder, 'storage'),
  // Verdaccio keeps some files beside its configuration, so this must be in the folder, too.
  configPath: join(folder, 'verdaccio.yaml'),
  self_path: join(folder, 'verdaccio.yaml'),
  auth: { htpasswd: { file: join(folder, 'htpasswd') } },
  uplinks: { upstream: { url: upstream, cache: true, maxage: '1h', timeout: '60s', max_fails: 100 } },
  // Our packages come only from here; all others are proxied.
  packages: { '@partner-upgrades/*': open, '**': { access: '$all', proxy: 'upstream' } },
  web: { enable: false },
  log: { type: 'stdout', format: 'json', level: 'warn' },
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined }))
})
process.stdin.on('end', () => process.exit(0)).resume()
