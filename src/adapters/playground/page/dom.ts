/** The way from trees to elements, and to the elements that the page's HTML promises. */

import type { Child } from './tree';

/** The nodes for a tree. Text becomes text nodes, so nothing in it can become markup. */
export function toDom(child: Child): Node {
  if (typeof child === 'string') return document.createTextNode(child);
  const element = document.createElement(child.tag);
  for (const [name, value] of Object.entries(child.attributes)) element.setAttribute(name, value);
  element.append(...child.children.map(toDom));
  return element;
}

/** The element of the page with this id. Throws when the page's HTML and scripts do not belong together. */
export function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${type.name} with the id ${id}.`);
}
