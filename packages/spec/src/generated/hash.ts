// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = 'dd81576fa89ffa3e1309646ef4bbdd7c558948594c431926f23aee736cdfaf2a'
