import { findGuids } from '@partner-upgrades/spec'

/** A text about many customers, without the GUIDs that belong to one of them: an ellipsis stands in their place. */
export function impersonal(text: string): string {
  return findGuids(text).reduce((rest, id) => rest.replaceAll(id, '…'), text)
}
