import type { ReactNode } from 'react';

/** Small signs beside words, never instead of them: they are hidden from readers. */
const shapes = {
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  clock: <path d="M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z" />,
  warning: (
    <path d="M12 9v4.5M12 17h.01M10.4 4.2L2.6 18a1.8 1.8 0 0 0 1.6 2.7h15.6a1.8 1.8 0 0 0 1.6-2.7L13.6 4.2a1.8 1.8 0 0 0-3.2 0z" />
  ),
  stop: <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8zM8.5 12h7" />,
  pause: <path d="M9 7v10M15 7v10M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z" />,
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  dot: <path d="M12 12h.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z" />,
  pencil: <path d="M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19z" />,
  reply: <path d="M9 7L4 12l5 5M4 12h10a6 6 0 0 1 6 6v1" />,
  eye: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z" />
  ),
  key: <path d="M14 10a4.5 4.5 0 1 1-1.3-3.2A4.5 4.5 0 0 1 14 10zM13 12l8 8M17.5 16.5l2-2" />,
  copy: <path d="M9 9h11v11H9zM5 15H4V4h11v1" />,
  arrow: <path d="M5 12h14M13 6l6 6-6 6" />,
  people: (
    <path d="M12.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5.5" />
  ),
  mail: <path d="M3 6h18v12H3zM3 7l9 6.5L21 7" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** `size` in pixels. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
