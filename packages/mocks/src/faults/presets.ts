import * as broken from './broken-answers.ts'
import * as service from './service-faults.ts'
import * as transport from './transport-faults.ts'

/** Things that go wrong, by name: each is a function that makes one, to be given to `inject`. */
export const faults: typeof service & typeof broken & typeof transport = { ...service, ...broken, ...transport }
