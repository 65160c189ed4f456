import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from './postgres.ts'

/** Encodes a message of PostgreSQL's protocol: type, length and body. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}

const signedIn = message('R', Buffer.alloc(4))
const ready = message('Z', Buffer.from('I'))
const terminated = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
)

/** Starts a server that answers a connection's first message with these messages and then stays silent; returns its URL. */
async function databaseThatAnswers(...messages: readonly Buffer[]): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => socket.write(Buffer.concat(messages)))
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `postgres://owner:secret@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`
}

test.for([
  ['a query', (database: ReturnType<typeof openPostgres>) => database.query('SELECT 1')],
  ['a transaction', (database: ReturnType<typeof openPostgres>) => database.transaction((tx) => tx.query('SELECT 1'))],
] as const)('a connection that is cut right after sign-in fails %s, not the process', async ([, work]) => {
  const database = openPostgres(await databaseThatAnswers(signedIn, ready, terminated), 'partner_upgrades')
  await expect(work(database)).rejects.toMatchObject({ name: 'DatabaseError', problem: 'lost' })
  await database.close()
})
