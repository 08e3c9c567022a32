import { Alert, Box, Pagination, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { contentOf } from './content';
import { drawPage, openPdf } from './pdf';
import { useEvidenceWords } from './words';

/** A page that takes longer is given up: who made the file may have meant it so. */
const longestMs = 20_000;

/** A PDF, one page at a time, as pictures with their words beside them. */
export function PdfPages({ name, address }: { name: string; address: string }) {
  const t = useEvidenceWords();
  const [at, setAt] = useState(1);
  const { data: content, error } = useQuery({
    queryKey: ['evidence', address, 'content'],
    queryFn: ({ signal }) => contentOf(address, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { pdf, isBroken: isUnreadable } = useOpened(content);
  const { canvas, frame, shown, isBroken } = useDrawn(pdf, at);
  if (error || isUnreadable || isBroken) return <Alert color="near">{t('broken')}</Alert>;
  const label = pdf ? t('page', { at, of: pdf.numPages, name }) : t('reading');
  return (
    <Stack gap="xs">
      <Box
        ref={frame}
        role="region"
        aria-label={t('shown', { name })}
        aria-busy={shown === null}
        tabIndex={0}
        mah={640}
        style={{ overflow: 'auto', border: '1px solid var(--mantine-color-default-border)' }}
      >
        {shown === null && <Skeleton height={320} />}
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          hidden={shown === null}
          style={{ maxWidth: '100%', height: 'auto' }}
        />
        <VisuallyHidden>{shown}</VisuallyHidden>
      </Box>
      {pdf && pdf.numPages > 1 && (
        <>
          <Pagination
            total={pdf.numPages}
            value={at}
            onChange={setAt}
            size="md"
            aria-label={t('pages', { name })}
            getControlProps={(control) => ({ 'aria-label': t(control === 'next' ? 'next' : 'previous') })}
            getItemProps={(page) => ({ 'aria-label': t('page', { at: page, of: pdf.numPages, name }) })}
          />
          <Text component="output" fz="sm" c="dimmed">
            {label}
          </Text>
        </>
      )}
    </Stack>
  );
}

/** The document in this content, and its end with the page that shows it. */
function useOpened(content: ArrayBuffer | undefined): { pdf: PDFDocumentProxy | null; isBroken: boolean } {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    if (!content) return;
    const opened = openPdf(content);
    let isWanted = true;
    const giveUp = () => {
      if (isWanted) setIsBroken(true);
      opened.close();
    };
    const timer = setTimeout(giveUp, longestMs);
    opened.document.then((document) => isWanted && setPdf(document), giveUp).finally(() => clearTimeout(timer));
    return () => {
      isWanted = false;
      clearTimeout(timer);
      setPdf(null);
      opened.close();
    };
  }, [content]);
  return { pdf, isBroken };
}

/** Draws a page of it. `shown`: what the page says, once it is drawn. */
function useDrawn(pdf: PDFDocumentProxy | null, at: number) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    if (!pdf || !canvas.current || !frame.current) return;
    setShown(null);
    const drawing = drawPage(pdf, at, canvas.current, frame.current.clientWidth);
    let isWanted = true;
    const giveUp = () => {
      if (isWanted) setIsBroken(true);
      drawing.cancel();
    };
    const timer = setTimeout(giveUp, longestMs);
    drawing.text.then((text) => isWanted && setShown(text), giveUp).finally(() => clearTimeout(timer));
    return () => {
      isWanted = false;
      clearTimeout(timer);
      drawing.cancel();
    };
  }, [pdf, at]);
  return { canvas, frame, shown, isBroken };
}
