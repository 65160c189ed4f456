// Runs a sign-in server: prints its URL and the certificate to trust, and approves each user code that it reads from its input.
import { createInterface } from 'node:readline'
import { createCertificate } from './certificate.ts'
import { startOidcServer } from './oidc-server.ts'

const certificate = await createCertificate()
const server = await startOidcServer(certificate)
console.log(JSON.stringify({ issuer: server.issuer, certificate: certificate.file }))

createInterface({ input: process.stdin })
  .on('line', (userCode) => void server.approve(userCode))
  .on('close', () => {
    server.close()
    certificate.remove()
  })
