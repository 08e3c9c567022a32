import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP by their path, found by its central directory (APPNOTE 4.3). */
export function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [named, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(begins, begins + size);
    const path = zip.subarray(at + 46, at + 46 + named).toString('utf8');
    files.set(path, method === 0 ? content : inflateRawSync(content));
    at += 46 + named + extra + comment;
  }
  return files;
}
