import { readFileSync } from 'node:fs';
import Pdf from 'pdfkit';
import type { Language } from '../../domain/lifecycle/state';

const ink = '#16202a';
const soft = '#4c5a66';
const rule = '#c9d3da';
const harbour = '#124c61';
export const tones = {
  good: { back: '#ecf8f0', edge: '#398e58', ink: '#164e2b' },
  calm: { back: '#eef6f8', edge: '#3a7f97', ink: '#124c61' },
  near: { back: '#fff6e6', edge: '#a86a00', ink: '#5e3c00' },
} as const;

const margin = 56;
const footerHeight = 46;

let fonts: { regular: Buffer; bold: Buffer } | undefined;

/** Latin and Chinese from one family; only the letters that are used go into a file. Read once. */
function fontFiles() {
  fonts ??= {
    regular: readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
    bold: readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')),
  };
  return fonts;
}

export interface Heading {
  language: Language;
  title: string;
  author: string;
  madeAt: number;
}

export type Cell = string | { words: string; isSmall?: boolean; isStrong?: boolean };

/** A tagged A4 document that is written from the top: what reads it aloud meets headings, paragraphs and tables, not lines on paper. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #done: Promise<Buffer>;

  constructor({ language, title, author, madeAt }: Heading) {
    this.#doc = new Pdf({
      size: 'A4',
      margins: { top: margin, left: margin, right: margin, bottom: footerHeight + 14 },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      info: { Title: title, Author: author, CreationDate: new Date(madeAt), ModDate: new Date(madeAt) },
    });
    const doc = this.#doc;
    const parts: Buffer[] = [];
    this.#done = new Promise((resolve, reject) => {
      doc.on('data', (part: Buffer) => parts.push(part));
      doc.on('end', () => resolve(Buffer.concat(parts)));
      doc.on('error', reject);
    });
    const { regular, bold } = fontFiles();
    doc.registerFont('regular', regular).registerFont('bold', bold);
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
    this.#decorate(() => doc.rect(0, 0, doc.page.width, 9).fill(harbour));
  }

  get #width(): number {
    return this.#doc.page.width - 2 * margin;
  }

  /** What is only to look at: readers of the document pass it by. */
  #decorate(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }

  #write(tag: string, write: () => void): void {
    const element = this.#doc.struct(tag, {}, write);
    this.#root.add(element);
    element.end();
  }

  /** Who issues it and what kind of paper it is, above the title. */
  letterhead(issuer: string, kind: string): void {
    const doc = this.#doc;
    this.#write('P', () => {
      doc.font('bold').fontSize(12).fillColor(harbour).text(issuer, margin, 40, { width: this.#width });
      doc.font('regular').fontSize(9).fillColor(soft).text(kind);
    });
    doc.moveDown(1.2);
  }

  title(words: string, below: string): void {
    const doc = this.#doc;
    this.#write('H1', () => doc.font('bold').fontSize(25).fillColor(ink).text(words, margin, undefined));
    this.#write('P', () => doc.font('regular').fontSize(10.5).fillColor(soft).text(below, { lineGap: 2 }));
    doc.moveDown(0.9);
  }

  heading(words: string): void {
    const doc = this.#doc;
    if (doc.y + 80 > doc.page.maxY()) doc.addPage();
    doc.moveDown(0.9);
    this.#write('H2', () => doc.font('bold').fontSize(12.5).fillColor(harbour).text(words, margin, undefined));
    doc.moveDown(0.35);
  }

  paragraph(words: string, options: { isSoft?: boolean; size?: number } = {}): void {
    const doc = this.#doc;
    const { isSoft = false, size = 9.5 } = options;
    this.#write('P', () =>
      doc
        .font('regular')
        .fontSize(size)
        .fillColor(isSoft ? soft : ink)
        .text(words, margin, undefined, { width: this.#width, lineGap: 2.5 }),
    );
    doc.moveDown(0.5);
  }

  /** The one sentence to see first. */
  banner(words: string, tone: keyof typeof tones): void {
    const doc = this.#doc;
    const { back, edge, ink: color } = tones[tone];
    const inner = { width: this.#width - 34, lineGap: 2.5 };
    doc.font('bold').fontSize(11.5);
    const height = doc.heightOfString(words, inner) + 22;
    const top = doc.y;
    this.#decorate(() => {
      doc.roundedRect(margin, top, this.#width, height, 4).fill(back);
      doc.rect(margin, top, 5, height).fill(edge);
    });
    this.#write('P', () =>
      doc
        .font('bold')
        .fontSize(11.5)
        .fillColor(color)
        .text(words, margin + 20, top + 11, inner),
    );
    doc.x = margin;
    doc.y = top + height + 14;
  }

  /** What it is about, large. */
  names(rows: readonly { label: string; words: string }[]): void {
    const doc = this.#doc;
    for (const { label, words } of rows) {
      this.#write('P', () => {
        doc.font('regular').fontSize(8.5).fillColor(soft).text(label, margin, undefined, { width: this.#width });
        doc.font('bold').fontSize(15).fillColor(ink).text(words, { width: this.#width });
      });
      doc.moveDown(0.4);
    }
  }

  /** Rows of a label and what is so. */
  facts(rows: readonly { label: string; words: string }[]): void {
    this.#table(
      rows.map(({ label, words }) => [
        { type: 'TH' as const, text: label, textColor: soft },
        { text: words, textColor: ink },
      ]),
      [135, '*'],
    );
  }

  /** A table with headings above its columns. Widths in points; the last takes what is left. */
  table(headings: readonly string[], rows: readonly (readonly Cell[])[], widths: readonly number[]): void {
    const head = headings.map((text) => ({ type: 'TH' as const, text, textColor: soft, font: { size: 8.5 } }));
    const body = rows.map((row) =>
      row.map((cell) => {
        const { words, isSmall, isStrong } =
          typeof cell === 'string' ? { words: cell, isSmall: false, isStrong: false } : cell;
        return {
          text: words,
          textColor: ink,
          font: { src: isStrong ? 'bold' : 'regular', size: isSmall ? 7.5 : 9.5 },
        };
      }),
    );
    this.#table([head, ...body], [...widths, '*']);
  }

  #table(data: PDFKit.Mixins.CellOptions[][], columnStyles: (number | string)[]): void {
    const doc = this.#doc;
    doc.font('regular').fontSize(9.5);
    const options: PDFKit.Mixins.TableOptionsWithData & { structParent: PDFKit.PDFStructureElement } = {
      position: { x: margin, y: doc.y },
      maxWidth: this.#width,
      columnStyles,
      rowStyles: { border: [0, 0, 0.6, 0], borderColor: rule, padding: [5, 10, 6, 0] },
      structParent: this.#root,
      data,
    };
    doc.table(options);
    doc.x = margin;
    doc.moveDown(0.5);
  }

  nextPage(): void {
    this.#doc.addPage();
  }

  /** Writes the foot of every page and closes the document. `left` stands at each, `numbered` says which page it is. */
  async end(left: string, numbered: (page: number, count: number) => string): Promise<Buffer> {
    const doc = this.#doc;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      // A foot lies below what text may fill; without this it would begin another page.
      doc.page.margins.bottom = 0;
      const top = doc.page.height - footerHeight;
      doc.markContent('Artifact', { type: 'Pagination' });
      doc
        .moveTo(margin, top)
        .lineTo(margin + this.#width, top)
        .lineWidth(0.6)
        .stroke(rule);
      doc.font('regular').fontSize(7.5).fillColor(soft);
      doc.text(left, margin, top + 8, { width: this.#width - 70, height: 24, ellipsis: true });
      doc.text(numbered(page - start + 1, count), margin + this.#width - 70, top + 8, { width: 70, align: 'right' });
      doc.endMarkedContent();
    }
    this.#root.end();
    doc.end();
    return this.#done;
  }
}
