import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({
  include: ['proof/**/*.proof.ts'],
  reporters: ['default', ['json', { outputFile: 'reports/proof.json' }]],
})
