import { VitePWA } from 'vite-plugin-pwa';

/**
 * Vite plugins that make the built page installable (manifest.webmanifest) and keep it on the device (serviceWorker.js, from
 * src/workbench/offline/serviceWorker.ts, with a list of the files of the build).
 */
export const offline = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/workbench/offline',
    filename: 'serviceWorker.ts',
    // The page registers it itself, when it has nothing else to do.
    injectRegister: false,
    manifest: {
      id: './',
      name: 'Overshoot',
      short_name: 'Overshoot',
      description:
        'Watch optimizers step down a loss surface, break them with a learning rate, and share a link to exactly what you saw.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#fbfbf9',
      background_color: '#fbfbf9',
      categories: ['education', 'science'],
      icons: [
        { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
        { src: 'icons/192.png', type: 'image/png', sizes: '192x192' },
        { src: 'icons/512.png', type: 'image/png', sizes: '512x512' },
        { src: 'icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
      ],
    },
    injectManifest: {
      rollupFormat: 'iife',
      // Of KaTeX's fonts every browser that can run the page takes the woff2. What the manifest names is added by the plugin.
      globPatterns: ['**/*.{html,js,css,json,svg,png,woff2,wasm}'],
      maximumFileSizeToCacheInBytes: 4e6,
    },
  });
