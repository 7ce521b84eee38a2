/** The names of licensed products: `Windows(R), Professional edition`. */

/** Of no more words than editions have: what else stands there is not kept. */
const NAME =
  /^((?:Windows|Office|Microsoft|Project|Visio)[\w(). -]{0,40},\s?[\w-]{1,60}(?: [\w-]{1,40}){0,2}?\s?(?:edition|add-on))(?:\s?for [^\s:]{1,400})?:?$/i;
const EDITION = /,\s?([\w-]{2,60})\s?(?:edition|add-on)/i;

export interface ProductName {
  readonly name: string;
  readonly edition?: string;
}

/** A product's name, where the text is one and nothing else; without the editions that an add-on is for. */
export function readProductName(text: string): ProductName | undefined {
  const name = NAME.exec(text.trim())?.[1]?.replace(/^([^,]{0,60}),(?=\S)/, '$1, ');
  if (name === undefined) return undefined;
  const edition = EDITION.exec(name)?.[1];
  return edition === undefined ? { name } : { name, edition };
}
