import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tools/test-setup.ts'],
    include: ['{src,fixtures,property-tests,reports,tools}/**/*.test.ts'],
    // The same results wherever the tests run.
    env: { TZ: 'Pacific/Apia', NO_COLOR: '1' },
    // Command line tests start processes; a loaded machine takes its time.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/{figures,equations,audit}/**/*.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
});
