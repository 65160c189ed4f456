import { connect, type Socket } from 'node:net'
import { headers, type Question, toInit } from './request.ts'

/** Keep-alive connections to a server. */
export interface Load {
  /** Sends `total` requests over all connections; each connection sends the next one when the previous response is complete. */
  send(total: number): Promise<void>
  close(): void
}

/**
 * Opens connections that send the same request repeatedly. It uses sockets with their own read buffers, so that the
 * sender does not dominate the measurement.
 */
export function openLoad(baseUrl: string, question: Question, connections: number): Load {
  const { host, hostname, port } = new URL(baseUrl)
  const request = toBytes(question, host)
  const all = Array.from({ length: connections }, () => open(hostname, Number(port), request, question.status))
  return {
    send: async (total) => {
      let left = total
      const take = (): boolean => left-- > 0
      await Promise.all(all.map(({ drive }) => drive(take)))
    },
    close: () => {
      for (const { socket } of all) socket.destroy()
    },
  }
}

function toBytes(question: Question, host: string): Buffer {
  const body = String(toInit(question, 0).body)
  const lines = Object.entries({ Host: host, ...headers, 'Content-Length': String(Buffer.byteLength(body)) })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.from(`POST ${question.path} HTTP/1.1\r\n${head}\r\n${body}`)
}

interface Connection {
  readonly socket: Socket
  /** Sends requests one after the other until `take` returns false. */
  drive(take: () => boolean): Promise<void>
}

function open(host: string, port: number, request: Buffer, status: number): Connection {
  let received = ''
  let answered: (failure?: Error) => void = () => {}
  const callback = (length: number, buffer: Uint8Array): boolean => {
    received += Buffer.from(buffer.buffer, buffer.byteOffset, length).toString('latin1')
    if (!isWhole(received)) return true
    const failure = received.startsWith(`HTTP/1.1 ${status} `) ? undefined : new Error(`Not ${status}: ${received}`)
    received = ''
    answered(failure)
    return true
  }
  const socket = connect({ host, port, noDelay: true, onread: { buffer: new Uint8Array(65_536), callback } })
  socket.once('error', (error) => answered(error))
  socket.once('close', () => answered(new Error('The server closed a connection.')))
  return {
    socket,
    drive: (take) =>
      new Promise((resolve, reject) => {
        const next = (): void => {
          if (take()) socket.write(request)
          else resolve()
        }
        answered = (failure) => (failure === undefined ? next() : reject(failure))
        next()
      }),
  }
}

/** Whether a response is complete, by its `Content-Length` or its last chunk. */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1]
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length)
}
