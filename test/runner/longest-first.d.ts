declare const LongestFirst: { readonly LONGEST: readonly string[] };
export = LongestFirst;
