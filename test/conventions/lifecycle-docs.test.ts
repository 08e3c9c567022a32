import { lifecyclePage } from '../../main/lifecycle-docs';
import { textOf } from './tree';

describe('docs/lifecycle.md', () => {
  it('is what the tables of the decider say', () => {
    expect(textOf('docs/lifecycle.md')).toBe(lifecyclePage());
  });

  it('draws every standing and every change', () => {
    const arrows = lifecyclePage().match(/^ {2}\S+ --> \S+/gm) ?? [];
    expect(arrows).toContain('  restricted --> suspended:');
    expect(arrows).toContain('  suspended --> active:');
    expect(arrows.length).toBeGreaterThan(25);
  });
});
