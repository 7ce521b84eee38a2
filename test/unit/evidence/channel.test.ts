import { readDescribedChannel, readKeyChannel } from '../../../src/evidence/channel';

describe('a description', () => {
  it.each([
    ['Windows(R) Operating System, VOLUME_KMSCLIENT channel', 'kms-client'],
    ['Windows(R) Operating System, VOLUME-KMSCLIENT channel', 'kms-client'],
    ['Windows(R) Operating System, VOLUME KMS CLIENT channel', 'kms-client'],
    ['Windows Operating System - Windows Server(R), VOLUME_KMS_C channel', 'kms-host'],
    ['Windows(R) Operating System, VOLUME_KMS_2012-R2_WIN10_C channel', 'kms-host'],
    ['Windows(R) Operating System, VOLUME_MAK channel', 'mak'],
    ['Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel', 'avma'],
    ['Windows(R) Operating System, TIMEBASED_EVAL channel', 'timebased-eval'],
    ['Office 15, TIMEBASED_SUB channel', 'subscription'],
    ['Windows(R) Operating System, TIMEBASED_BETA channel', 'timebased'],
    ['Windows(R) Operating System, OEM_COA_NSLP channel', 'oem'],
    ['Windows(R) Operating System, RETAIL channel', 'retail'],
    ['Office 16, RETAIL(Grace) channel', 'retail'],
    ['Office 16, RETAIL(MAK) channel', 'mak'],
    ['our retail channel grew', undefined],
    ['they use the RETAIL channel', undefined],
    ['Windows(R) Operating System, VOLUME channel', undefined],
  ])('%s is of %s', (description, channel) => {
    expect(readDescribedChannel(description)).toBe(channel);
  });
});

describe('the channel of a key', () => {
  it.each([
    ['Volume:GVLK', 'kms-client'],
    ['Volume:CSVLK', 'kms-host'],
    ['Volume:MAK', 'mak'],
    ['Retail:TB:Eval', 'timebased-eval'],
    ['Retail:TB:Sub', 'subscription'],
    ['OEM:NONSLP', 'oem'],
    ['Retail', 'retail'],
    ['Bypass', undefined],
  ])('%s is %s', (value, channel) => {
    expect(readKeyChannel(value)).toBe(channel);
  });
});
