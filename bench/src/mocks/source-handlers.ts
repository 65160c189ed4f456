import { fromOpenApi } from '@msw/source/open-api'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }

/**
 * Returns the handlers that @msw/source creates from our document.
 *
 * @param servers replace the document's own
 */
export function sourceHandlers(
  servers: readonly { readonly url: string }[] = document.servers,
): ReturnType<typeof fromOpenApi> {
  return fromOpenApi(JSON.stringify({ ...document, servers }))
}
