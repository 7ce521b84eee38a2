/** The names of licensed products: `Windows(R), Professional edition`. */

const NAME =
  /^((?:Windows|Office|Microsoft|Project|Visio)[^,]{0,40},\s?[^\n]{1,300}?(?:edition|add-on))(?:\s?for [^\s:]{1,400})?:?$/i;
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
