import { defineConfig, postcssIsolateStyles } from 'vitepress';
import { elementTags } from './manifest.js';

/**
 * The documentation as a site: `npm run docs` while writing, `npm run build-docs` into `build/docs`. A link that leads
 * nowhere fails the build.
 */
export default defineConfig({
  title: 'portal-widgets',
  description: 'A patient portal as custom elements, for the site that a hospital already has.',
  lang: 'en-US',
  head: [['link', { rel: 'icon', href: '/favicon.svg' }]],
  outDir: '../build/docs',
  cacheDir: '../build/docs-cache',
  // For those who work on the project, not with it; read where the code is.
  srcExclude: ['architecture.md'],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => elementTags.includes(tag) } } },
  vite: {
    css: {
      postcss: { plugins: [postcssIsolateStyles({ includeFiles: [/base\.css/, /vp-doc\.css/] })] },
    },
    build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
  },
  // The usual colors have too little contrast.
  markdown: { theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Get started', link: '/get-started' },
      { text: 'Elements', link: '/elements/test-results' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
    ],
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'Get started', link: '/get-started' },
          { text: 'Frameworks', link: '/frameworks' },
          { text: 'The package', link: '/package' },
        ],
      },
      {
        text: 'Make it yours',
        items: [
          { text: 'Looks', link: '/theming' },
          { text: 'Policy', link: '/policy' },
          { text: 'Words and languages', link: '/languages' },
          { text: 'Signing in', link: '/sign-in' },
          { text: 'Events and API', link: '/host-api' },
        ],
      },
      {
        text: 'Behind it',
        items: [
          { text: 'Your backend', link: '/backend' },
          { text: 'Testing', link: '/testing' },
          { text: 'Security', link: '/security' },
          { text: 'Privacy', link: '/privacy' },
        ],
      },
      {
        text: 'Know before you rely on it',
        items: [
          { text: 'Accessibility', link: '/accessibility' },
          { text: 'Browsers', link: '/browsers' },
          { text: 'Upgrading', link: '/upgrading' },
          { text: 'Troubleshooting', link: '/troubleshooting' },
        ],
      },
      {
        text: 'Elements',
        items: elementTags.map((tag) => ({ text: tag, link: `/elements/${tag}` })),
      },
    ],
    outline: [2, 3],
  },
});
