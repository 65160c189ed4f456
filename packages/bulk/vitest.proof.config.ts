import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['proof/**/*.proof.ts'],
  // One measures the rate, another the memory: nothing else may compete for the processor.
  fileParallelism: false,
  testTimeout: 900_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
