import { defaultTerms } from '../../../domain/terms';
import { termsFaults } from '../../../domain/terms/terms-faults';
import { type TierTerms, tierTermsOf } from '../../../domain/terms/tier-terms';

const shipped = tierTermsOf(defaultTerms);
const faultsOf = (change: Partial<TierTerms>) =>
  termsFaults({ ...shipped, ...change }, defaultTerms).map(({ path }) => path);

describe('the terms of a tier', () => {
  it('may be as the product ships them', () => {
    expect(termsFaults(shipped, defaultTerms)).toEqual([]);
  });

  it('may give more time, or ask more often', () => {
    expect(faultsOf({ restrictAfter: 45, suspendAfter: 90, revokeAfter: 180 })).toEqual([]);
    expect(faultsOf({ period: 'P6M', shortPeriod: 'P3M', remindersBefore: [30, 0], remindersAfter: [] })).toEqual([]);
    expect(faultsOf({ windowOpensBefore: 'P13W', period: 'P3Y' })).toEqual([]);
  });

  it.each<[string, Partial<TierTerms>]>([
    ['/restrictAfter', { restrictAfter: 15 }],
    ['/restrictAfter', { restrictAfter: 16.5 }],
    ['/suspendAfter', { restrictAfter: 25 }],
    ['/suspendAfter', { suspendAfter: 21, remindersAfter: [3] }],
    ['/revokeAfter', { revokeAfter: 89 }],
    ['/revokeAfter', { suspendAfter: 70 }],
    ['/period', { period: 'PT400H' }],
    ['/period', { period: 'P4Y' }],
    ['/period', { period: 'a year' }],
    ['/shortPeriod', { shortPeriod: 'P1M' }],
    ['/shortPeriod', { shortPeriod: 'P13M' }],
    ['/windowOpensBefore', { windowOpensBefore: 'P2M' }],
    ['/windowOpensBefore', { windowOpensBefore: 'P29D', remindersBefore: [7] }],
    ['/windowOpensBefore', { windowOpensBefore: 'P181D' }],
    ['/firstDueAfter', { firstDueAfter: 'P6D' }],
    ['/importDueAfter', { importDueAfter: 'P59D' }],
    ['/importSpread', { importSpread: 'P6D' }],
    ['/extensionLongest', { extensionLongest: '-P30D' }],
    ['/extensionLongest', { extensionLongest: 'P91D' }],
    ['/remindersBefore', { remindersBefore: [] }],
    ['/remindersBefore', { remindersBefore: [61, 0] }],
    ['/remindersBefore', { remindersBefore: [7, 14] }],
    ['/remindersBefore', { remindersBefore: [7, 7] }],
    ['/remindersBefore', { windowOpensBefore: 'P45D' }],
    ['/remindersAfter', { remindersAfter: [7, 3] }],
    ['/remindersAfter', { remindersAfter: [1] }],
    ['/remindersAfter', { remindersAfter: [30] }],
  ])('are told of a fault in %s: %j', (path, change) => {
    expect(faultsOf(change)).toEqual([path]);
  });

  it('hear of every fault at once, each with what to write instead', () => {
    const faults = termsFaults({ ...shipped, restrictAfter: 1, revokeAfter: 1, extensionLongest: '' }, defaultTerms);
    expect(faults).toEqual([
      { path: '/extensionLongest', message: 'a duration of whole days from P1D to P90D is expected' },
      { path: '/restrictAfter', message: 'a whole number of days from 16 to 730 is expected' },
      { path: '/revokeAfter', message: 'a whole number of days from 90 to 730 is expected' },
    ]);
  });
});
