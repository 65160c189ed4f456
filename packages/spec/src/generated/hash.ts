// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = 'a3abe340ca10942cf6f192d9f86da824164f421c93d0cbd6e56d89cef5cebca2'
