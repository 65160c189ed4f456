import { findGuids } from '@partner-upgrades/spec'

/** Replaces the GUIDs in a text by ellipses, so that it applies to many customers. */
export function impersonal(text: string): string {
  return findGuids(text).reduce((rest, id) => rest.replaceAll(id, '…'), text)
}
