export function formatTable(
  codes: readonly { readonly kind: string; readonly value: number; readonly name: string }[],
): string;

export function countTable(text: string): Readonly<Record<string, number>>;
