import type { TokenCredential } from '@azure/core-auth'
import { checkCredential, createPartnerCredential, type PartnerCredential, type TokenStore } from './index.ts'

declare const credential: PartnerCredential
declare const azure: TokenCredential
declare const store: TokenStore
declare const id: string

// Ours can be used wherever Azure's credentials can, and Azure's can be checked.
void (credential satisfies TokenCredential)
void checkCredential(credential)
void checkCredential(azure)
void checkCredential('token', { cloud: 'usGov' })

// @ts-expect-error there is no such cloud
createPartnerCredential({ tenantId: id, clientId: id, clientSecret: id, store, cloud: 'germany' })
// @ts-expect-error tokens have to be kept somewhere
createPartnerCredential({ tenantId: id, clientId: id, clientSecret: id })
// @ts-expect-error a store without compare-and-set would lose tokens
createPartnerCredential({ tenantId: id, clientId: id, clientSecret: id, store: { get: store.get } })
