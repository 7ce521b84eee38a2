/** Reads names and numbers out of Rust and C headers: no comment, no message text, nothing that is not a number. */

const RUST_CONSTANT = /^pub const (\w+):\s*(\w+)\s*=\s*([^;]+);/gm;
/** A member of an enumeration, `NAME = 0x80041001,`, in a header of either language. */
const MEMBER = /^ {4}(\w+) = (0x[0-9A-Fa-f]+),/gm;
const DEFINE = /^[ \t]*#[ \t]*define[ \t]+([A-Za-z]\w*)[ \t]+(\S[^\r\n]*)/gm;
const COMMENT = /\s*(?:\/\*.*?\*\/|\/\/.*$)/g;

const NUMBER = /^(0x[0-9A-F]+|\d+)(?:i32|u32|U?L)?$/i;
const SUM = /^(\w+)\s*\+\s*(\d+)$/;
const CAST = /^(\w+) as \w+$/;
/** `_HRESULT_TYPEDEF_(0x80004005)`, `((NTSTATUS)0xC0000005)`, `__MSABI_LONG(5)`, `(WSABASEERR + 4)`. */
const WRAPPED = /^\(?(\w*?)\(?\(?(HRESULT|NTSTATUS)?\)?\(?([^()]+)\)*$/;
const FROM_WIN32 = /^HRESULT_FROM_WIN32\((\w+)\)$/;

/** What is written beside the codes in the same headers: facilities, severities, the bases, ends and masks of ranges. */
const NO_CODE =
  /^FACIL\w*Y_|^(?:STATUS_)?SEVERITY_|_[ESIW]_(?:FIRST|LAST)$|^DNS_ERROR_(?:\w+_BASE|RCODE_LAST|MASK)$|_ERROR_MASK$|^WSABASEERR$|^NERR_BASE$|^MAX_NERR$/;

/**
 * The codes of one header as `{ kind, value, name }`, in its order. The kind follows from the type; a number without one is
 * an HRESULT when it needs more than 16 bits, and a Win32 number otherwise.
 */
export function parseHeader(text, file) {
  const read = file.endsWith('.rs') ? readRust : readC;
  const known = new Map();
  return read(text)
    .map(({ name, type, expression }) => {
      const value = evaluate(expression, known);
      if (value !== undefined) known.set(name, value);
      return { kind: kindOf(type, value, file), value, name };
    })
    .filter(({ value, name }) => value !== undefined && value <= 0xffff_ffff && !NO_CODE.test(name));
}

function readRust(text) {
  const constants = [...text.matchAll(RUST_CONSTANT)];
  return [
    ...constants.map(([, name, type, expression]) => ({ name, type, expression: expression.trim() })),
    ...[...text.matchAll(MEMBER)].map(([, name, expression]) => ({ name, type: 'HRESULT', expression })),
  ];
}

function readC(text) {
  return [...text.matchAll(DEFINE)].map(([, name, written]) => {
    const plain = written.replace(COMMENT, '').trim();
    const fromWin32 = FROM_WIN32.exec(plain);
    if (fromWin32) return { name, type: 'HRESULT', expression: plain };
    const [, macro = '', cast = '', expression = plain] = WRAPPED.exec(plain) ?? [];
    const type = macro === '_HRESULT_TYPEDEF_' || macro === '_NDIS_ERROR_TYPEDEF_' ? 'HRESULT' : cast;
    return { name, type, expression: expression.trim() };
  });
}

function evaluate(expression, known) {
  const number = NUMBER.exec(expression);
  if (number) return Number(number[1]);
  const [, term, addend] = SUM.exec(expression) ?? [];
  if (term !== undefined) return known.has(term) ? known.get(term) + Number(addend) : undefined;
  const [, win32] = FROM_WIN32.exec(expression) ?? [];
  if (win32 !== undefined) return known.has(win32) ? 0x8007_0000 + known.get(win32) : undefined;
  return known.get(CAST.exec(expression)?.[1] ?? expression);
}

function kindOf(type, value, file) {
  if (type === 'NTSTATUS' || file.includes('ntstatus')) return 'ntstatus';
  if (type === 'HRESULT' || value > 0xffff) return 'hresult';
  return 'win32';
}
