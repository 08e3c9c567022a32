import { AnnotationMode, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Larger pictures are left out of what is shown. */
const mostPixels = 32_000_000;
/** However long a page says that it is. */
const tallestPixels = 4_000;
const longestText = 20_000;

const [workerUrl = ''] = Object.values(
  import.meta.glob<string>('../../node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
);
/** Character maps and fonts that a PDF names and does not bring along, by their file names: all of them are ours. */
const ours = new Map(
  Object.entries(
    import.meta.glob<string>(
      ['../../node_modules/pdfjs-dist/cmaps/*.bcmap', '../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'],
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** Hands out these files and nothing else, whatever a PDF asks for. */
class OurFiles {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = ours.get(filename);
    if (!url) throw new RangeError('there is no such file');
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  }
}

export interface OpenPdf {
  /** Rejects where it cannot be read. */
  document: Promise<PDFDocumentProxy>;
  close(): void;
}

/**
 * Reads a PDF that anybody may have made: in a worker, which is ended with it. Nothing in it runs, and nothing is fetched for it but
 * fonts and character maps of ours; forms, links and whatever else is not on the paper are left out.
 */
export function openPdf(content: ArrayBuffer): OpenPdf {
  const port = new Worker(workerUrl, { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    // The worker takes what it is given; others read the same bytes.
    data: new Uint8Array(content.slice(0)),
    worker,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: '/',
    standardFontDataUrl: '/',
    BinaryDataFactory: OurFiles,
    maxImageSize: mostPixels,
    verbosity: 0,
  });
  return {
    document: task.promise,
    close() {
      task.destroy().catch(() => undefined);
      worker.destroy();
      port.terminate();
    },
  };
}

/**
 * Draws a page as wide as `width` CSS pixels. `text` is what it says, for who does not see it; `cancel` gives up a drawing that is no
 * longer wanted.
 */
export function drawPage(
  document: PDFDocumentProxy,
  at: number,
  canvas: HTMLCanvasElement,
  width: number,
): { text: Promise<string>; cancel(): void } {
  const wanted = new AbortController();
  return { text: draw(document, at, canvas, width, wanted.signal), cancel: () => wanted.abort() };
}

async function draw(
  document: PDFDocumentProxy,
  at: number,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<string> {
  const page = await document.getPage(at);
  signal.throwIfAborted();
  const asMade = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(width / asMade.width, tallestPixels / asMade.height) });
  const density = Math.min(window.devicePixelRatio, 2);
  canvas.width = Math.max(1, Math.floor(viewport.width * density));
  canvas.height = Math.max(1, Math.floor(viewport.height * density));
  canvas.style.width = `${viewport.width}px`;
  const drawing = page.render({
    canvas,
    viewport,
    transform: [density, 0, 0, density, 0, 0],
    annotationMode: AnnotationMode.DISABLE,
  });
  signal.addEventListener('abort', () => drawing.cancel());
  await drawing.promise;
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
  return words.join('').slice(0, longestText);
}
