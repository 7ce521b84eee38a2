export function findSchemaFaults(value: { readonly $schema: string }): Promise<string[]>;
