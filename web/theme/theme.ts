import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

// Light to dark. The first is a background on which the last reads at 7:1 and more; the eighth and later carry white text.
const harbour: MantineColorsTuple = [
  '#eef6f8',
  '#d9e9ee',
  '#b3d3dd',
  '#89bbcb',
  '#67a6bb',
  '#5099b1',
  '#3a7f97',
  '#2a7089',
  '#1f5f76',
  '#124c61',
];
const good: MantineColorsTuple = [
  '#ecf8f0',
  '#d7eedf',
  '#aedcbf',
  '#83c99d',
  '#60b980',
  '#4aaf6e',
  '#398e58',
  '#2f7d4b',
  '#23663b',
  '#164e2b',
];
const near: MantineColorsTuple = [
  '#fff6e6',
  '#fdebcd',
  '#f9d69c',
  '#f5c067',
  '#f2ad3a',
  '#d98e10',
  '#a86a00',
  '#946000',
  '#7a4f00',
  '#5e3c00',
];
const over: MantineColorsTuple = [
  '#fff0ef',
  '#fbdfdd',
  '#f3bcb8',
  '#ec968f',
  '#e6766d',
  '#e0584d',
  '#c93d33',
  '#b3302a',
  '#982521',
  '#7a1a17',
];

/** Tints are the lightest shade under the darkest, so that their text always has its contrast. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const name = input.color ?? input.theme.primaryColor;
  if (input.variant !== 'light' || !(name in input.theme.colors)) return colors;
  return {
    ...colors,
    background: `var(--mantine-color-${name}-0)`,
    hover: `var(--mantine-color-${name}-1)`,
    color: `var(--mantine-color-${name}-9)`,
    border: `1px solid var(--mantine-color-${name}-2)`,
  };
};

/** Colours by meaning: `harbour` our own, `good` in order, `near` soon, `over` past, `gray` nothing to do. */
export const theme = createTheme({
  colors: { harbour, good, near, over },
  primaryColor: 'harbour',
  primaryShade: 8,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.3rem' }, h3: { fontSize: '1.08rem' } },
  },
  variantColorResolver,
  components: {
    // The list itself scrolls, not a box around it: its keyboard is that of the combobox.
    Select: { defaultProps: { withScrollArea: false }, styles: { options: { maxHeight: 250, overflowY: 'auto' } } },
  },
});

/** The library's grey, placeholder and error colours are too light for AA on white. */
export const cssVariablesResolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': '#5c646c',
    '--mantine-color-error': over[7],
    '--mantine-color-anchor': harbour[8],
  },
  dark: {},
});
