import { isHresultStatus, isNtStatusStatus } from '../../../src/code/status-ranges';

describe('the status of an HRESULT', () => {
  test.each([
    [0x0007, 0x3cf9],
    [0x0013, 0x1500],
    [0x0000, 0x4005],
    [0x0000, 0xffff],
    [0x0011, 0x0fff],
  ])('of facility %p lies at %p', (facility, status) => {
    expect(isHresultStatus(facility, status)).toBe(true);
  });

  test.each([
    [0x0013, 0xc22e],
    [0x0013, 0x0fff],
    [0x0000, 0x0608],
    [0x0011, 0x1000],
    [0x011c, 0x9dc5],
  ])('of facility %p does not lie at %p', (facility, status) => {
    expect(isHresultStatus(facility, status)).toBe(false);
  });
});

describe('the status of an NTSTATUS', () => {
  it('lies elsewhere than that of an HRESULT', () => {
    expect(isNtStatusStatus(0, 0x0374)).toBe(true);
    expect(isNtStatusStatus(0, 0x45a4)).toBe(false);
  });

  it('of facility 4 ends before Software Protection begins', () => {
    expect(isNtStatusStatus(4, 0x00a3)).toBe(true);
    expect(isNtStatusStatus(4, 0x1234)).toBe(false);
    expect(isNtStatusStatus(4, 0xf074)).toBe(true);
  });
});
