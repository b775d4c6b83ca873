import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist/', 'data/', 'node_modules/', '.astro/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...typescript.configs.recommendedTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        project: './tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.astro'],
      },
    },
    rules: {
      // TypeScript resolves names; ESLint's own check does not know the DOM, Node or type-only globals.
      'no-undef': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', 4],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.astro', '**/*.mjs', '**/*.astro/*.ts'],
    ...typescript.configs.disableTypeChecked,
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
);
