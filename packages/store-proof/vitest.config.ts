import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject()
