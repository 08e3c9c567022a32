import { isSame, merged, withAnswer } from '../../web/pages/developers/developer/walk/draft/merge';
import { savable } from '../../web/pages/developers/developer/walk/draft/savable';

describe('joining two drafts', () => {
  const base = { entity: 'A Ltd.', markets: ['CN'], isForMinors: false };

  it('takes from each side what only that side touched', () => {
    const mine = { ...base, entity: 'B Ltd.' };
    const theirs = { ...base, markets: ['CN', 'SG'] };
    expect(merged(base, mine, theirs)).toEqual({
      answers: { entity: 'B Ltd.', markets: ['CN', 'SG'], isForMinors: false },
      conflicts: [],
    });
  });

  it('shows both where both answered the same differently, and lets ours stand meanwhile', () => {
    const { answers, conflicts } = merged(base, { ...base, entity: 'B Ltd.' }, { ...base, entity: 'C Ltd.' });
    expect(answers.entity).toBe('B Ltd.');
    expect(conflicts).toEqual([{ slug: 'entity', mine: 'B Ltd.', theirs: 'C Ltd.' }]);
  });

  it('finds no conflict in the same answer, in whatever order its keys are', () => {
    const right = { place: { path: ['Me'] }, steps: 1 };
    const mine = { rights: { choose: right } };
    const theirs = { rights: { choose: { steps: 1, place: { path: ['Me'] } } } };
    expect(merged({}, mine, theirs).conflicts).toEqual([]);
    expect(isSame(mine, theirs)).toBe(true);
  });

  it('keeps what was taken away by one side only as taken away', () => {
    expect(merged(base, withAnswer(base, 'entity', ''), base).answers).toEqual({ markets: ['CN'], isForMinors: false });
    const { conflicts } = merged(base, withAnswer(base, 'entity', ''), { ...base, entity: 'C Ltd.' });
    expect(conflicts).toEqual([{ slug: 'entity', mine: undefined, theirs: 'C Ltd.' }]);
  });
});

describe('what of a draft can be saved now', () => {
  const fault = (path: string) => ({ path, message: 'wrong as it stands' });

  it('is the whole where nothing is wrong', () => {
    expect(savable({ entity: 'A' }, {}, [])).toEqual({ entity: 'A' });
  });

  it('keeps the last saved value of a field that is wrong as it stands', () => {
    const answers = { url: 'https://po', entity: 'A' };
    expect(savable(answers, { url: 'https://policy.example' }, [fault('/url')])).toEqual({
      url: 'https://policy.example',
      entity: 'A',
    });
    expect(savable(answers, {}, [fault('/url')])).toEqual({ entity: 'A' });
  });

  it('leaves out of a table only the part that is wrong', () => {
    const answers = {
      rights: { choose: { steps: 3, place: { url: 'https' } } },
      applications: [{ store: 'A', listingUrl: 'h' }],
    };
    const faults = [fault('/rights/choose/place/url'), fault('/applications/0/listingUrl')];
    expect(savable(answers, {}, faults)).toEqual({
      rights: { choose: { steps: 3 } },
      applications: [{ store: 'A' }],
    });
  });
});
