import { nodeProject } from '@partner-upgrades/tools/vitest'

// For the reason given in vitest.config.ts.
export default nodeProject({
  server: { deps: { inline: ['pg-boss', '@opentelemetry/api'] } },
  include: ['proof/**/*.proof.ts'],
  fileParallelism: false,
  testTimeout: 900_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
