import { nodeProject } from '@partner-upgrades/tools/vitest'
import { matrixReporter } from './src/matrix/reporter.ts'

export default nodeProject({
  reporters: ['default', ['json', { outputFile: 'reports/test.json' }], matrixReporter()],
})
