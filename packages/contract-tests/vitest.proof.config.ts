import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['src/**/*.proof.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
