import { availableParallelism } from 'node:os'
import { nodeProject } from './vitest.ts'

export default nodeProject({
  include: ['*.proof.ts', '*/*.proof.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Examples and compilers: each takes a core.
  maxConcurrency: availableParallelism(),
  // By default, vitest leaves one core free.
  maxWorkers: availableParallelism(),
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
