import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { messageOf } from './message-of.ts'
import { run } from './run.ts'

/** The message of the command when it fails. */
async function complaint(...args: string[]): Promise<string> {
  const ignore = () => {}
  return run(args, { print: ignore, complain: ignore }).then((server) => {
    void server?.close()
    return 'nothing'
  }, messageOf)
}

test('a port in use is named, with a remedy', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  expect(await complaint('--port', port)).toBe(
    `Port ${port} on 127.0.0.1 is already in use. Use --port 0 to take a free one.`,
  )
  server.close()
})

test('an address the machine does not have is named', async () => {
  // Reserved for documentation: no machine has it.
  expect(await complaint('--port', '0', '--host', '192.0.2.1')).toContain('This machine has no address 192.0.2.1.')
})

test('a missing scenario file is named', async () => {
  expect(await complaint('--port', '0', '--scenario', '/nowhere.json')).toBe('File not found: /nowhere.json.')
})

test('any other error keeps its own message', () => {
  expect([messageOf(new Error('so')), messageOf('thus')]).toEqual(['so', 'thus'])
})
