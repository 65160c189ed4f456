export { type Compiled, type CompileOptions, compile } from './compile.ts'
export { CompileError, type CompileProblem, formatProblem } from './load/compile-error.ts'
export type { Repair } from './load/repairs.ts'
export { type Loaded, loadContract } from './load-contract.ts'
export type {
  Actor,
  Contract,
  Evidence,
  EvidenceLevel,
  Example,
  Exchange,
  ExchangeMessage,
  FaultDefinition,
  MediaType,
  Operation,
  Parameter,
  Problem,
  ResponseContract,
  ResponseHeader,
  SecurityRequirement,
  SecurityScheme,
  Validate,
} from './runtime/model.ts'
