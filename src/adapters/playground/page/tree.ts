/**
 * A piece of the page as a value. Views are built as trees, which tests can read without a browser; `dom.ts` alone
 * turns them into elements.
 */

export interface Tree {
  readonly tag: keyof HTMLElementTagNameMap;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
}

/** A string is text, letter by letter; never markup. */
export type Child = Tree | string;

/** Makes a tree: `tree('p', { class: 'note' }, 'Hello')`. */
export function tree(tag: Tree['tag'], attributes: Tree['attributes'] = {}, ...children: readonly Child[]): Tree {
  return { tag, attributes, children };
}

/** The characters of a tree. */
export function textOf(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(textOf).join('');
}
