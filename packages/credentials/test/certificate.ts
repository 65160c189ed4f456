import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A certificate for loopback, created for each run. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  /** The certificate as a file, for `NODE_EXTRA_CA_CERTS`. */
  readonly file: string
  remove(): void
}

export async function createCertificate(): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  })
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const file = join(folder, 'ca.pem')
  writeFileSync(file, cert)
  return { cert, key, file, remove: () => rmSync(folder, { recursive: true }) }
}
