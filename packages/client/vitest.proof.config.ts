import { nodeProject } from '@partner-upgrades/tools/vitest'
import type { ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = nodeProject({
  include: ['proof/**/*.proof.ts', 'runtimes/*.proof.ts'],
  fileParallelism: false,
  testTimeout: 600_000,
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})

export default config
