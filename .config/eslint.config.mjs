import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** The house's rules that a machine can hold: no `any`, no `!`, no file over 400 lines. */
export default tseslint.config(
  { ignores: ['dist/', '.astro/', 'data/', 'node_modules/'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // Programs that people run in a terminal speak through it.
    files: ['src/server/**', 'src/comments/service/*.ts', 'src/diagrams/render/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
);
