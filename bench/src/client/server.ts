// A plain node:http server in a separate process: node server.ts PORT. It responds with 400 to any request other than the
// agreed one, so that all clients send the same.
import { createServer, type IncomingMessage } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import { body, eligibility, fixedHeaders, path } from './request.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const expected = Object.entries(fixedHeaders).map(([name, value]) => [name.toLowerCase(), value] as const)
const answer = JSON.stringify(eligibility)

function isAgreed({ method, url, headers }: IncomingMessage, text: string): boolean {
  return (
    method === 'POST' &&
    url === path &&
    expected.every(([name, value]) => headers[name] === value) &&
    guid.test(String(headers['ms-requestid'])) &&
    guid.test(String(headers['ms-correlationid'])) &&
    String(headers['content-type']).startsWith('application/json') &&
    isDeepStrictEqual(JSON.parse(text), body)
  )
}

/** Whether a request has none of the documented headers: for the row that shows what they cost. */
function isBare({ method, url, headers }: IncomingMessage): boolean {
  return method === 'POST' && url === `${path}?bare` && headers.authorization === fixedHeaders.Authorization
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const agreed = isBare(request) || isAgreed(request, Buffer.concat(chunks).toString())
    response.writeHead(agreed ? 200 : 400, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(answer),
      'MS-RequestId': 'cb82f7d6-f0d9-44d4-82f9-f6eee6e68390',
      'MS-CorrelationId': '772871a9-399b-4f3b-b8c7-38f550e4f22a',
      'MS-CV': 'iqOqN0FnaE2y0HcD.0',
      'MS-ServerId': '030020525',
    })
    response.end(answer)
  })
})
server.keepAliveTimeout = 60_000
server.listen(Number(process.argv[2]), '127.0.0.1')
