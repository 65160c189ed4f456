// Runs a server that sends bombs from a path: prints its URL and the certificate to trust, and ends when its input ends.
import { type Bomb, brotliBomb, gzipBomb, plainBomb } from './bomb.ts'
import { createCertificate } from './certificate.ts'
import { sendBomb, startHostileServer } from './hostile-server.ts'

const [kind = '', path = '', status = ''] = process.argv.slice(2)
const bombs: Readonly<Record<string, () => Bomb | Promise<Bomb>>> = {
  gzip: gzipBomb,
  brotli: brotliBomb,
  plain: plainBomb,
}
const bomb = await bombs[kind]?.()
const certificate = await createCertificate()
const server = await startHostileServer((url, response) => {
  if (!bomb || !url.startsWith(path)) return false
  void sendBomb(response, Number(status), bomb, status === '307' ? { Location: '/elsewhere' } : {})
  return true
}, certificate)
console.log(JSON.stringify({ url: server.url, certificate: certificate.file }))

process.stdin.resume().on('end', () => {
  server.close()
  certificate.remove()
})
