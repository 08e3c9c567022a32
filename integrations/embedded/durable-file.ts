import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file so that, whenever the machine stops, a reader finds the old content, or the whole new one, and
 * never a part: written beside, forced to disk, renamed, and the rename forced to disk too.
 */
export async function writeDurably(path: string, content: string | Buffer, mode = 0o600): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncDirectory(dirname(path));
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
