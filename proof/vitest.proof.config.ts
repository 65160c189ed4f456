import { availableParallelism } from 'node:os'
import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  testTimeout: 900_000,
  hookTimeout: 300_000,
  // By default, vitest leaves one core free.
  maxWorkers: availableParallelism(),
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
  projects: [
    {
      extends: true,
      test: { name: 'proof', include: ['{interop,mutation}/**/*.proof.ts'], sequence: { groupOrder: 0 } },
    },
    {
      extends: true,
      // Last and alone: it measures time, so nothing else may compete for the processor.
      test: { name: 'campaign', include: ['robustness/**/*.proof.ts'], sequence: { groupOrder: 1 } },
    },
  ],
})
