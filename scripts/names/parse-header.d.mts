export interface HeaderCode {
  readonly kind: 'win32' | 'hresult' | 'ntstatus';
  readonly value: number;
  readonly name: string;
}

export function parseHeader(text: string, file: string): readonly HeaderCode[];
