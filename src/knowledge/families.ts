/** The families of codes. They stand apart from the schemas, which a start can do without. */

/** What a code has to do with where it is not about activation: the subtitle, and a way to sort a queue. */
export const AREAS = [
  'update',
  'servicing',
  'setup',
  'store',
  'apps',
  'management',
  'sign-in',
  'network',
  'security',
  'drivers',
  'blue-screen',
  'programs',
  'system',
] as const;
export type Area = (typeof AREAS)[number];

/** The families of codes that hand-offs can be sent by: activation, and the areas of everything else. */
export const FAMILIES = ['activation', ...AREAS] as const;
export type Family = (typeof FAMILIES)[number];
