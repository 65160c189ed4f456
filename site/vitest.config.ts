import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({ include: ['*/**/*.test.ts'], exclude: ['dist/**', '**/node_modules/**'] })
