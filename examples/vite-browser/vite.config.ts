import { defineConfig } from 'vite'

// msw's worker is in a folder that is served in development only: no build contains it.
export default defineConfig(({ command }) => ({ publicDir: command === 'serve' ? 'mock' : 'public' }))
