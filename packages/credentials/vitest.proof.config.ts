import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['src/**/*.proof.ts'],
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
  testTimeout: 300_000,
  fileParallelism: true,
  maxWorkers: 2,
  onConsoleLog: (text) => !text.startsWith('oidc-provider'),
})
