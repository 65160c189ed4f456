import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['src/**/*.proof.ts'],
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
  testTimeout: 300_000,
  // Most proofs wait for other processes.
  maxWorkers: 2,
  onConsoleLog: (text) => !text.startsWith('oidc-provider'),
})
