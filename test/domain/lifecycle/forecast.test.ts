import { forecast } from '../../../domain/lifecycle/forecast';
import { attested, Story } from './story';

describe('the forecast', () => {
  it('says what will happen if nobody does anything, and then it does', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-09-01');
    const foreseen = forecast(story.state, story.context, story.now, story.instant('2028-06-01'));
    const told = foreseen.map(({ at, decision }) => `${story.local(at)} ${decision.type}`);
    const from = story.told.length;
    story.until('2028-05-31');
    const happened = story.told
      .slice(from)
      .filter(({ decision }) => decision.type !== 'notice.accepted')
      .map(({ at, decision }) => `${at} ${decision.type}`);
    expect(told).toEqual(happened);
  });

  it('changes nothing, and ends even when years are asked for', () => {
    const story = attested('Asia/Shanghai', '2026-11-23 11:00').until('2027-12-10');
    const before = structuredClone(story.state);
    expect(forecast(story.state, story.context, story.now, story.instant('2090-01-01')).length).toBeLessThan(2000);
    expect(story.state).toEqual(before);
  });

  it('has nothing to say where the clock awaits nothing', () => {
    const story = new Story('Asia/Shanghai', '2026-11-23 11:00');
    expect(forecast(story.state, story.context, story.now, story.instant('2030-01-01'))).toEqual([]);
  });
});
