import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { contractHash } from '@partner-upgrades/spec'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

async function bundle(entry: string, ...external: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@partner-upgrades/source'],
    external: [...external],
  })
  return outputFiles[0]?.text ?? ''
}

// A fixed stand-in for the contract's hash: how well that compresses must not affect the size of the client.
const anyHash = createHash('sha256').digest('hex')

test('everything the default entry exports, openapi-fetch included, is less than 12.65 kB minified and gzipped', async () => {
  const text = (await bundle('./index.ts')).replaceAll(contractHash, anyHash)
  const size = gzipSync(text, { level: 9 }).length
  process.stdout.write(`default entry: ${size} bytes minified and gzipped\n`)
  expect(size).toBeLessThan(12_650)
})

test('the default entry contains no validator', async () => {
  expect(await bundle('./index.ts')).not.toContain('does not match the contract')
})

test('the default entry needs no Node built-in', async () => {
  // For the browser platform, esbuild refuses to bundle one.
  await expect(bundle('./index.ts')).resolves.not.toMatch(/from\s*["']|require\(|\bprocess\.(?!versions|env)/)
})
