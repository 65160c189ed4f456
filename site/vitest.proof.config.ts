import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['proof/**/*.proof.ts'],
  globalSetup: process.env.SITE_IS_BUILT ? [] : ['proof/build-once.ts'],
  testTimeout: 120_000,
  hookTimeout: 240_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
