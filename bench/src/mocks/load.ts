import { connect, type Socket } from 'node:net'
import { headers, type Question, toInit } from './request.ts'

/** Connections that are kept alive. */
export interface Load {
  /** Sends so many requests over all connections, on each the next one as soon as the answer to the last is whole. */
  send(total: number): Promise<void>
  close(): void
}

/**
 * Opens connections to send the same request over. It works on sockets that read into memory of their own, so that the
 * sender is not what is measured.
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
  /** Sends one request after the other for as long as there is one to take. */
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

/** Whether an answer has arrived to its end, in either of the two ways in which HTTP/1.1 says where that is. */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1]
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length)
}
