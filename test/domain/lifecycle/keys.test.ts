import { attested, Story, signatory } from './story';

const roll = (story: Story, keyId: `key_${string}`, newKeyId: `key_${string}`, overlap: string | null) =>
  story.give({ type: 'key.rolled', actor: signatory, keyId, newKeyId, overlap });

describe('keys', () => {
  it('test keys work from the first day, live ones from the first acceptance', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    story.register('app_a');
    story.issueKey('key_t', 'app_a', 'test');
    expect(() => story.issueKey('key_l', 'app_a')).toThrow(expect.objectContaining({ code: 'app.not-attested' }));
    story.attest('app_a');
    story.issueKey('key_l', 'app_a');
    expect([story.key('key_t'), story.key('key_l')]).toEqual(['active', 'active']);
  });

  it('a rolled key works on through its overlap, then expires', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00');
    roll(story, 'key_a', 'key_b', 'P3D');
    expect([story.key('key_a'), story.key('key_b')]).toEqual(['active', 'active']);
    story.until('2026-11-26 10:59');
    expect(story.key('key_a')).toBe('active');
    story.until('2026-11-26 11:00');
    expect([story.key('key_a'), story.key('key_b')]).toEqual([undefined, 'active']);
  });

  it.each([
    ['P31D', 'key.overlap-too-long'],
    ['P3D', 'key.already-rolled'],
  ])('cannot be rolled twice or for too long: %s', (overlap, code) => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00');
    if (overlap === 'P3D') roll(story, 'key_a', 'key_b', null);
    expect(() => roll(story, 'key_a', 'key_c', overlap)).toThrow(expect.objectContaining({ code }));
  });

  it('restricted, they work and can be rolled; new keys and new apps wait', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-10');
    roll(story, 'key_a', 'key_b', 'P3D');
    expect(story.key('key_b')).toBe('active');
    for (const refused of [() => story.issueKey('key_c', 'app_a'), () => story.register('app_b')])
      expect(refused).toThrow(expect.objectContaining({ code: 'app.restricted' }));
  });

  it('suspended, a rolled key inherits it, test keys are exempt, and both come back with the cure', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-27');
    roll(story, 'key_a', 'key_b', 'P30D');
    story.issueKey('key_t', 'app_a', 'test');
    expect([story.key('key_a'), story.key('key_b'), story.key('key_t')]).toEqual(['suspended', 'suspended', 'active']);
    story.attest('app_a');
    expect([story.key('key_a'), story.key('key_b')]).toEqual(['active', 'active']);
  });

  it('revoked, they are gone for good', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00');
    story.give({ type: 'key.revoked', actor: signatory, keyId: 'key_a', reason: 'lost' });
    expect(() => roll(story, 'key_a', 'key_b', null)).toThrow(expect.objectContaining({ code: 'resource.not-found' }));
  });
});
