// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '3aaba7b5496cea949b6b7dd47efba7ebd9656797275912142c4fbc903d25b38d'
