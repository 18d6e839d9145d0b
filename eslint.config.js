import tseslint from 'typescript-eslint';

const NO_INNER_HTML = 'The page and its words are hostile: build nodes, or let Preact do it.';

export default tseslint.config(
  { ignores: ['.output', '.wxt', 'node_modules', 'public', 'coverage'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: NO_INNER_HTML },
        {
          selector:
            'CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name="document"]',
          message: NO_INNER_HTML,
        },
        { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: NO_INNER_HTML },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: NO_INNER_HTML },
        { selector: 'TSEnumDeclaration', message: 'A const object says the same.' },
        { selector: 'TSNonNullExpression', message: 'Handle the missing case.' },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Reading makes no network request.' }],
    },
  },
  { files: ['scripts/**', 'bench/**', 'tests/**'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
);
