import { nodeProject } from '@partner-upgrades/tools/vitest'

// For the reason given in vitest.config.ts.
export default nodeProject({
  server: { deps: { inline: ['pg-boss', '@opentelemetry/api'] } },
  include: ['proof/**/*.proof.ts'],
  // Most of them wait: for leases, and for the turns of a rate limit.
  maxWorkers: 3,
  testTimeout: 900_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
