/** Where the status numbers of each facility lie: what lies outside is an address or a random number, no code. */

/** First and last of a stretch, both counted in. */
type Stretch = readonly [number, number];

/** Most facilities number their codes from the bottom and have few. */
const USUAL = stretches('0-fff');
const ANY = stretches('0-ffff');

/** Facilities whose codes do not lie where most do. */
const HRESULT: ReadonlyMap<number, readonly Stretch[]> = new Map([
  [0, stretches('1-2d 280-289 803-806 4001-40ff ffff')],
  [1, stretches('1-3ff 600-7ff ffff')],
  [2, stretches('1-3ff')],
  [3, stretches('1-3ff')],
  [9, stretches('1-7fff')],
  [13, stretches('1-7fff')],
  [15, stretches('1-1fff')],
  [19, stretches('1000-3fff')],
  [25, stretches('1-1fff')],
  [27, stretches('1-8fff')],
  [38, stretches('1-7fff')],
  [40, stretches('1-7fff')],
  [51, stretches('1-8fff')],
  [52, stretches('1-3fff')],
  [53, stretches('1-1fff')],
  [81, stretches('1-1fff')],
  [83, stretches('1-1fff')],
  [84, stretches('1-8fff')],
  [208, stretches('1-7fff')],
  [2200, stretches('1-5fff')],
  ...[4, 7, 10, 12, 36, 63, 80].map((facility): [number, readonly Stretch[]] => [facility, ANY]),
]);

const NTSTATUS: ReadonlyMap<number, readonly Stretch[]> = new Map([
  [0x00, stretches('1-805 9898 a000-a2ff c001 ce01-cf1f')],
  [0x04, stretches('1-fff b000-ffff')],
  [0x07, ANY],
  [0x09, stretches('1-7fff')],
  [0x36, ANY],
]);

/** Tells whether an HRESULT facility has its codes where the status lies. */
export function isHresultStatus(facility: number, status: number): boolean {
  return isWithin(status, HRESULT.get(facility) ?? USUAL);
}

/** Tells whether an NTSTATUS facility has its codes where the status lies. */
export function isNtStatusStatus(facility: number, status: number): boolean {
  return isWithin(status, NTSTATUS.get(facility) ?? USUAL);
}

function isWithin(status: number, among: readonly Stretch[]): boolean {
  return among.some(([first, last]) => status >= first && status <= last);
}

function stretches(written: string): readonly Stretch[] {
  return written.split(' ').map((stretch): Stretch => {
    const [first = '', last = first] = stretch.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
