import * as broken from './malformed-answers.ts'
import * as service from './service-faults.ts'
import * as transport from './transport-faults.ts'

/** Faults to inject, by name: each function makes one to pass to `inject`. */
export const faults: typeof service & typeof broken & typeof transport = { ...service, ...broken, ...transport }
