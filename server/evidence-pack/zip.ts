import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

type Content = () => Promise<string | Uint8Array | null> | AsyncIterable<string>;

/** What stands in the manifest of a file. */
interface Packed {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * A ZIP that is made while it is sent: the content of a file is asked for when its turn comes, so that no two are in memory. Each is hashed on
 * its way; the manifest comes last. What throws ends the stream with its fault.
 */
export class StreamedZip {
  readonly #zip = new ZipFile();
  readonly #packed: Packed[] = [];

  constructor(private readonly madeAt: Date) {
    this.#zip.on('error', (fault: Error) => (this.#zip.outputStream as Readable).destroy(fault));
  }

  /** A file whose content is read when it is due; null leaves an empty one. */
  add(path: string, content: Content): void {
    this.#zip.addReadStreamLazy(path, { mtime: this.madeAt }, (give) => {
      give(null, Readable.from(this.#hashed(path, content)));
    });
  }

  /** The whole, to be sent. Nothing can be added any more. */
  end(): AsyncIterable<Uint8Array> {
    this.#zip.addReadStreamLazy('manifest.json', { mtime: this.madeAt }, (give) => {
      give(null, Readable.from([Buffer.from(`${JSON.stringify({ files: this.#packed }, null, 2)}\n`)]));
    });
    this.#zip.end();
    return this.#zip.outputStream as Readable;
  }

  async *#hashed(path: string, content: Content): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of partsOf(content())) {
      const chunk = Buffer.from(part);
      hash.update(chunk);
      bytes += chunk.byteLength;
      if (chunk.byteLength > 0) yield chunk;
    }
    this.#packed.push({ path, bytes, sha256: hash.digest('hex') });
  }
}

async function* partsOf(content: ReturnType<Content>): AsyncGenerator<string | Uint8Array> {
  if (Symbol.asyncIterator in content) yield* content;
  else yield (await content) ?? '';
}
