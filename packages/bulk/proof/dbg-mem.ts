import { measureMemory } from './large.ts'

console.log(JSON.stringify(await measureMemory([100_000])))
