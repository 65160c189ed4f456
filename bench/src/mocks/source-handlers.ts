import { fromOpenApi } from '@msw/source/open-api'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }

/**
 * Handlers that @msw/source makes of our document.
 *
 * @param servers in place of the document's own
 */
export function sourceHandlers(
  servers: readonly { readonly url: string }[] = document.servers,
): ReturnType<typeof fromOpenApi> {
  return fromOpenApi(JSON.stringify({ ...document, servers }))
}
