export type { OperationId } from './generated/contract.ts'
export * from './generated/fault-codes.ts'
export { contractHash } from './generated/hash.ts'
export { parseJson } from './generated/json-numbers.ts'
export {
  essenceOf,
  findMediaType,
  isJsonMediaType,
  isMediaRange,
  namedTypes,
  qualityOf,
} from './generated/media-types.ts'
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
} from './generated/model.ts'
export {
  decodePathText,
  parseHeaderText,
  parseParameterText,
  parseQueryText,
} from './generated/parameter-text.ts'
export type * from './generated/schemas.ts'
export type { components, operations, paths } from './generated/types.ts'
export { emptyGuid, findGuids, isEmptyGuid, isGuid, toGuid } from './guid.ts'
export { matchPathSegment, type PathSegment, parsePathSegment } from './path-segment.ts'
