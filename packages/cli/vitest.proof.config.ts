import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['proof/**/*.proof.ts'],
  // Under vite's `module`, @opentelemetry/api is a build that only bundlers can load.
  server: { deps: { inline: ['pg-boss', '@opentelemetry/api'] } },
  globalSetup: 'proof/build-first.ts',
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
  testTimeout: 120_000,
  // Most proofs wait for other processes.
  maxWorkers: 2,
  maxConcurrency: 4,
})
