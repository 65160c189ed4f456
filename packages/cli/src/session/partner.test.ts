import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { readPartner } from './partner.ts'

const env = {
  PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
  PARTNER_CENTER_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
}
const [certificate = ''] = tls.rootCertificates
const der = Buffer.from(certificate.split('\n').slice(1, -1).join(''), 'base64')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

// https://www.rfc-editor.org/rfc/rfc7468, and the older names of OpenSSL
test.for([
  ['PRIVATE KEY', rsa.export({ type: 'pkcs8', format: 'pem' })],
  ['RSA PRIVATE KEY', rsa.export({ type: 'pkcs1', format: 'pem' })],
  ['EC PRIVATE KEY', ec.export({ type: 'sec1', format: 'pem' })],
] as const)('certificate and %s are read from one file, in either order', ([label, key]) => {
  const pem = String(key).trim()
  expect(pem).toContain(`-----BEGIN ${label}-----`)
  const folder = mkdtempSync(join(tmpdir(), 'partner-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'certificate.pem')
  for (const text of [`${pem}\n${certificate}\n`, `${certificate}\n${pem}\n`]) {
    writeFileSync(file, text)
    const {
      thumbprintSha256 = '',
      privateKey,
      x5c,
    } = readPartner({ ...env, PARTNER_CENTER_CERTIFICATE: file }).certificate ?? {}
    expect(thumbprintSha256.replaceAll(':', '').toLowerCase()).toBe(createHash('sha256').update(der).digest('hex'))
    expect(privateKey).toBe(pem)
    expect(new X509Certificate(x5c ?? '').raw).toEqual(der)
  }
})

test('a certificate without a key has an empty key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'certificate.pem')
  writeFileSync(file, certificate)
  expect(readPartner({ ...env, PARTNER_CENTER_CERTIFICATE: file }).certificate).toMatchObject({ privateKey: '' })
})

test('the store is in the state folder, unless another one is named', () => {
  expect(readPartner({ ...env, XDG_STATE_HOME: '/state' })).toEqual({
    tenantId: env.PARTNER_CENTER_TENANT_ID,
    clientId: env.PARTNER_CENTER_CLIENT_ID,
    cloud: 'global',
    storePath: '/state/partner-upgrades/tokens.json',
    store: expect.any(Object),
  })
  const more = {
    PARTNER_CENTER_STORE: '/elsewhere',
    PARTNER_CENTER_CLOUD: 'usGov',
    PARTNER_CENTER_CLIENT_SECRET: 'a-secret',
    PARTNER_CENTER_AUTHORITY: 'https://localhost',
  }
  expect(readPartner({ ...env, ...more })).toMatchObject({
    storePath: '/elsewhere',
    cloud: 'usGov',
    clientSecret: 'a-secret',
    authority: 'https://localhost',
  })
})

test.for([
  ['PARTNER_CENTER_TENANT_ID', {}],
  ['PARTNER_CENTER_TENANT_ID', { PARTNER_CENTER_CLIENT_ID: env.PARTNER_CENTER_CLIENT_ID }],
  ['PARTNER_CENTER_CLIENT_ID', { PARTNER_CENTER_TENANT_ID: env.PARTNER_CENTER_TENANT_ID }],
] as const)('without %s, the error says what to set', ([name, given]) => {
  expect(failureOf(given)).toMatchObject({
    exitCode: 3,
    message: `${name} is not set.`,
    advice: [
      'To sign in, and to use the tokens of an earlier sign-in, set',
      '  PARTNER_CENTER_TENANT_ID  the directory (tenant) ID of the partner',
      '  PARTNER_CENTER_CLIENT_ID  the ID of the application that the partner consents to',
      'or set only PARTNER_CENTER_TOKEN, to an App+User access token.',
    ],
  })
})

test('a file that is no certificate is named, with what it must be', () => {
  expect(failureOf({ ...env, PARTNER_CENTER_CERTIFICATE: '/dev/null' })).toMatchObject({
    name: 'CliError',
    exitCode: 3,
    message: 'PARTNER_CENTER_CERTIFICATE: /dev/null cannot be read as a certificate.',
    advice: ['It must be a PEM file with the certificate and its private key, readable by this user.'],
    cause: expect.any(Error),
  })
})

function failureOf(given: Parameters<typeof readPartner>[0]): unknown {
  try {
    return readPartner(given)
  } catch (error) {
    return error
  }
}
