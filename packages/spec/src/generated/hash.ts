// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '4e578d593e04882d5d85fc72983e616d04621739cf1515aea2d81859e375e7f2'
