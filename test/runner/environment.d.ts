declare class Environment {
  readonly global: typeof globalThis & Record<string, unknown>;
  constructor(settings: { readonly projectConfig: object });
  teardown(): Promise<void>;
}
export = Environment;
