import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['proof/**/*.proof.ts'],
  fileParallelism: true,
  maxWorkers: 2,
  testTimeout: 900_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
