import { nodeProject } from '@partner-upgrades/tools/vitest'
import { matrixReporter } from './suite/matrix/reporter.ts'

export default nodeProject({
  include: ['{src,suite}/**/*.test.ts'],
  reporters: ['default', ['json', { outputFile: 'reports/test.json' }], matrixReporter()],
})
