import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './tree';

describe('what is added to and never edited', () => {
  it('is as it was when it was promised', () => {
    expect(freeze(root, '--check')).toEqual({ status: 0, faults: '' });
  });

  describe('in a tree of its own', () => {
    let tree: string;

    beforeEach(() => {
      tree = mkdtempSync(join(tmpdir(), 'avow-freeze-'));
      for (const part of ['scripts', 'test/conventions/frozen.json', 'domain/lifecycle/events.ts', 'dist/domain']) {
        cpSync(join(root, part), join(tree, part), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
      write('test/conventions/frozen.json', '{ "frozen": false, "files": {}, "names": {} }');
      write('docs/adr/0001-choose.md', '# Choose\n\n- Status: accepted\n');
      write('db/migrations/0001-first.ts', 'export const up = 1;\n');
      expect(freeze(tree, '--start')).toEqual({ status: 0, faults: '' });
    });

    afterEach(() => rmSync(tree, { recursive: true }));

    const write = (path: string, text: string): void => {
      cpSync(join(root, '.editorconfig'), join(tree, path));
      writeFileSync(join(tree, path), text);
    };

    it('refuses an edited migration', () => {
      write('db/migrations/0001-first.ts', 'export const up = 2;\n');
      expect(freeze(tree).status).toBe(1);
      expect(freeze(tree, '--check').faults).toMatch(/0001-first\.ts is frozen and was edited/);
    });

    it('refuses a removed decision record', () => {
      rmSync(join(tree, 'docs/adr/0001-choose.md'));
      expect(freeze(tree).faults).toMatch(/0001-choose\.md is frozen and was removed/);
    });

    it('refuses a renamed error code', () => {
      const codes = join(tree, 'dist/domain/errors.js');
      writeFileSync(codes, "exports.errorCodes = ['internal-fault'];");
      expect(freeze(tree).faults).toMatch(/errorCodes: "internal" is frozen and is gone/);
    });

    it('takes an addition, once it is listed', () => {
      write('db/migrations/0002-second.ts', 'export const up = 1;\n');
      expect(freeze(tree, '--check').faults).toMatch(/0002-second\.ts is new/);
      expect(freeze(tree).status).toBe(0);
      expect(freeze(tree, '--check').status).toBe(0);
    });
  });
});

function freeze(tree: string, ...args: string[]): { status: number | null; faults: string } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/freeze.mjs', ...args], {
    cwd: tree,
    encoding: 'utf8',
  });
  return { status, faults: stderr };
}
