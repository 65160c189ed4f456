// Loaded before a server whose packages support msw 2 only: every import of `msw` gets version 2.
import { registerHooks } from 'node:module'

registerHooks({ resolve: (specifier, context, next) => next(specifier.replace(/^msw(?=\/|$)/, 'msw2'), context) })
