import { Story } from './story';

export const zone = 'Asia/Shanghai';

/** The state of each requirement that is asked of the app now, by cycle kind and obligation. */
export function asked(story: Story): string[] {
  return story.state.requirements
    .filter((row) => row.appId === 'app_a')
    .map((row) => {
      const cycle = story.state.cycles.find((known) => known.id === row.cycleId);
      return `${cycle?.kind} ${row.obligation} ${row.state}`;
    });
}

export function exemption(story: Story) {
  const row = story.state.exemptions.at(-1);
  if (!row) throw new Error('there is no exemption');
  return row;
}

/** An attested app whose consent is exempt until this day. */
export function exemptUntil(endsOn: string): Story {
  const story = new Story(zone, '2026-11-23 11:00');
  story.register('app_a');
  story.claim('app_a', endsOn);
  story.check('app_a');
  story.review('app_a');
  story.issueKey('key_a', 'app_a');
  return story;
}
