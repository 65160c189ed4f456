import { connect, type Socket } from 'node:net'
import { headers, type Question, toInit } from './request.ts'

/**
 * Sends the same request over some connections, on each the next one as soon as the answer to the last is whole. It works on
 * sockets, so that the sender is not what is measured.
 *
 * @param total how many requests, over all connections
 */
export async function load(baseUrl: string, question: Question, connections: number, total: number): Promise<void> {
  const { host, hostname, port } = new URL(baseUrl)
  const request = toBytes(question, host)
  let left = total
  const take = (): boolean => left-- > 0
  const sockets = Array.from({ length: connections }, () => connect(Number(port), hostname).setNoDelay())
  try {
    await Promise.all(sockets.map((socket) => drive(socket, request, question.status, take)))
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

function toBytes(question: Question, host: string): Buffer {
  const body = String(toInit(question, 0).body)
  const lines = Object.entries({ Host: host, ...headers, 'Content-Length': String(Buffer.byteLength(body)) })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.from(`POST ${question.path} HTTP/1.1\r\n${head}\r\n${body}`)
}

function drive(socket: Socket, request: Buffer, status: number, take: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = ''
    const next = (): void => {
      received = ''
      if (take()) socket.write(request)
      else resolve()
    }
    socket.once('connect', next)
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The server closed a connection.')))
    socket.on('data', (data) => {
      received += data.toString('latin1')
      if (!isWhole(received)) return
      if (received.startsWith(`HTTP/1.1 ${status} `)) next()
      else reject(new Error(`Expected ${status}, received ${received}`))
    })
  })
}

/** Whether an answer has arrived to its end, in either of the two ways in which HTTP/1.1 says where that is. */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1]
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length)
}
