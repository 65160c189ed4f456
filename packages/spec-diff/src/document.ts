export {
  isArray,
  isObject,
  type JsonObject,
  mapObject,
  objectAt,
  objectsAt,
  parseJson,
  pointerStep,
} from './json.ts'
export { dereference, resolveReference } from './reference.ts'
export { checkVersion } from './supported-version.ts'
