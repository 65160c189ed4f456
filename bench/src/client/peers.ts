import type { Peer } from './peer.ts'
import { axiosPeer } from './peers/axios.ts'
import { azure } from './peers/azure.ts'
import { bareFetch } from './peers/fetch.ts'
import { kyPeer } from './peers/ky.ts'
import { ofetchPeer } from './peers/ofetch.ts'
import { openapiFetch, openapiFetchBare } from './peers/openapi-fetch.ts'
import { ours, oursValidating } from './peers/ours.ts'

/** All compared clients, in the order of the table. */
export const peers: readonly Peer[] = [
  bareFetch,
  openapiFetch,
  openapiFetchBare,
  ours,
  oursValidating,
  ofetchPeer,
  axiosPeer,
  kyPeer,
  azure,
]
