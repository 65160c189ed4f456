import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['proof/**/*.proof.ts'],
  globalSetup: 'proof/build-first.ts',
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
  testTimeout: 120_000,
  fileParallelism: false,
  maxConcurrency: 4,
})
