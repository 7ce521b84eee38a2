import { hresultFacilityNames, ntStatusFacilityNames } from '../../../src/code/facilities';

describe('facilities', () => {
  test.each([
    [7, ['WIN32']],
    [36, ['WINDOWSUPDATE']],
    [39, ['SHELL', 'NAP']],
    [256, ['SPP', 'DMSERVER', 'RESTORE']],
    [270, ['DEPLOYMENT_SERVICES']],
    [2561, ['PIDGENX']],
    [2017, []],
  ])('names HRESULT facility %d', (facility, names) => {
    expect(hresultFacilityNames(facility)).toEqual(names);
  });

  test.each([
    [4, ['IO_ERROR_CODE']],
    [0xea, ['LICENSING']],
    [36, []],
  ])('names NTSTATUS facility %d', (facility, names) => {
    expect(ntStatusFacilityNames(facility)).toEqual(names);
  });
});
