import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({ include: ['{src,rules,scripts,spectral}/**/*.test.ts'] })
