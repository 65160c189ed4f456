export { createRandom, guidOf } from '../src/store-proof/random.ts'
