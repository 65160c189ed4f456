import { join } from 'node:path'
import { benchFolder, withVersion } from '../manifests.ts'
import { type ServerProcess, startServer } from '../server-process.ts'
import { eligibility, toInit } from './request.ts'

/** A mock server that can be started. */
export interface MockServerKind {
  readonly name: string
  readonly does: string
  readonly start: () => Promise<ServerProcess>
}

const modules = join(benchFolder, 'node_modules')
const own = join(import.meta.dirname, 'servers')

function kind(name: string, does: string, args: (port: number) => readonly string[]): MockServerKind {
  return { name, does, start: () => startServer(args, isAnswered) }
}

async function isAnswered(baseUrl: string): Promise<boolean> {
  const response = await fetch(baseUrl + eligibility.path, toInit(eligibility, 0)).catch(() => undefined)
  await response?.text()
  return response?.status === eligibility.status
}

/** The baseline that the others are compared with. */
export const prism: MockServerKind = kind(
  withVersion('@stoplight/prism-cli', 'Prism'),
  '`prism mock` with our document and `--verboseLevel silent`, because logging would cost it time; it validates the request',
  (port) => [
    join(modules, '@stoplight/prism-cli/dist/index.js'),
    'mock',
    join(modules, '@partner-upgrades/spec/src/generated/openapi.json'),
    ...['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'silent'],
  ],
)

export const middleware: MockServerKind = kind(
  withVersion('@mswjs/http-middleware'),
  `\`createServer\` with the handlers of @msw/source, both over ${withVersion('msw2', 'msw')}; validates nothing`,
  (port) => ['--import', join(own, 'with-msw2.ts'), join(own, 'http-middleware.ts'), String(port)],
)

export const ours: MockServerKind = kind(
  '**@partner-upgrades/mocks**',
  '`partner-upgrades-mocks --quiet`: request and response validated, state kept, and a journal of the latest 100 exchanges; the route of the last path is cached',
  (port) => [join(modules, '@partner-upgrades/mocks/dist/cli.js'), '--port', String(port), '--quiet'],
)

export const kinds: readonly MockServerKind[] = [prism, middleware, ours]
