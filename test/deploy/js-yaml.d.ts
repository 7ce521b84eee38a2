/** The part of js-yaml that the tests use. Version 3, which the test runner brings along, has no types of its own. */
declare module 'js-yaml' {
  export function safeLoad(text: string, options?: { readonly filename?: string }): unknown;
  export function safeLoadAll(text: string, iterator: undefined, options?: { readonly filename?: string }): unknown[];
}
