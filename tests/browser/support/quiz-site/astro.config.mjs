import { defineConfig } from 'astro/config';
import { plainDynamicImport } from '../../../../src/lib/plain-dynamic-import.ts';

/** Pages that hold quizzes and nothing else, built as the site is and under its policy. */
export default defineConfig({
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  vite: { plugins: [plainDynamicImport()] },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
