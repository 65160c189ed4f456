export {
  createNaiveService,
  fatesOf,
  knownEnd,
  type NaiveOptions,
  type NaiveService,
} from '../src/store-proof/naive-service.ts'
