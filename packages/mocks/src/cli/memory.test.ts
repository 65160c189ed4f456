// How much memory hostile requests can make the command use.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const tellPeak = `data:text/javascript,process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`

/** Starts the command in its own process; `stop` ends it and returns its peak memory in megabytes. */
async function start() {
  const options = ['--conditions=@partner-upgrades/source', '--import', tellPeak, cli, '--port', '0', '--quiet']
  const command = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void command.kill('SIGKILL'))
  let complaints = ''
  command.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  const stop = async (): Promise<number> => {
    command.kill('SIGTERM')
    await once(command, 'close')
    return Number(/^peak (\d+)$/m.exec(complaints)?.[1]) / 1_024
  }
  for await (const line of createInterface(command.stdout)) {
    const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return { port: Number(port), stop }
  }
  throw new Error(complaints)
}

/** Sends a body in chunks until a response arrives, and returns its status. */
function send(port: number, headers: readonly string[], piece: Buffer, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const head = ['POST /v1/productUpgrades HTTP/1.1', 'Host: localhost', 'Authorization: Bearer t', ...headers, '', '']
    socket.write(head.join('\r\n'))
    let sent = 0
    const write = (): void => {
      while (sent < most && !socket.destroyed) {
        sent += piece.length
        if (!socket.write(piece)) return
      }
    }
    socket.on('drain', write).on('error', reject)
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().split(' ')[1] ?? '')
    })
    write()
  })
}

const json = 'Content-Type: application/json'
const gigabyte = 2 ** 30

test('endless bodies, in large and tiny chunks, and compressed bodies that would expand hugely take little memory', async () => {
  const { port, stop } = await start()
  const large = Buffer.from(`10000\r\n${'x'.repeat(65_536)}\r\n`)
  const tiny = Buffer.from('4\r\nxxxx\r\n'.repeat(10_000))
  const zeros = gzipSync(Buffer.alloc(2 ** 26))
  const packed = [json, 'Content-Encoding: gzip', `Content-Length: ${zeros.length}`]
  for (let count = 0; count < 8; count += 1) {
    expect(await send(port, [json, `Content-Length: ${gigabyte}`], Buffer.alloc(65_536), gigabyte)).toBe('413')
    expect(await send(port, [json, 'Transfer-Encoding: chunked'], large, gigabyte)).toBe('413')
    expect(await send(port, packed, zeros, zeros.length)).toBe('415')
  }
  expect(await send(port, [json, 'Transfer-Encoding: chunked'], tiny, gigabyte)).toBe('413')
  expect(await stop()).toBeLessThan(200)
}, 60_000)
