/**
 * Addresses of the platform, led to this machine: each host stands below one origin under its own name, so that what is
 * shown later can name it again.
 */

/** Where a request tells addresses that will be called. Links that somebody wrote stay as they are. */
const CALLED_FIELDS: readonly string[] = [
  'serviceUrl',
  'response_url',
  'url_private',
  'url_private_download',
  'downloadUrl',
];

/** The address on this machine that stands for one of the platform's. */
export function toLoopback(address: string, origin: string): string {
  return address.replace(/^https:\//, origin);
}

/** The addresses of a text as the platform has them. */
export function fromLoopback(text: string, origin: string): string {
  return text.replaceAll(`${origin}/`, 'https://');
}

/** A request's fields with every address that will be called led to this machine. */
export function leadToLoopback(fields: Readonly<Record<string, unknown>>, origin: string): Record<string, unknown> {
  const led = Object.entries(fields).map(([name, field]) => {
    const isCalled = typeof field === 'string' && CALLED_FIELDS.includes(name);
    return [name, isCalled ? toLoopback(field, origin) : leadValue(field, origin)];
  });
  return Object.fromEntries(led);
}

function leadValue(value: unknown, origin: string): unknown {
  if (Array.isArray(value)) return value.map((item) => leadValue(item, origin));
  return typeof value === 'object' && value !== null ? leadToLoopback({ ...value }, origin) : value;
}
