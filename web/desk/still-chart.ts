/**
 * A chart is a picture of numbers that a table beside it says: nothing in it moves or takes the focus, which the layer for readers of the
 * charts would, hidden from readers as the picture is.
 */
const picture = { accessibilityLayer: false } as const;
const still = { isAnimationActive: false } as const;

export const stillBars = { barProps: still, barChartProps: picture, withTooltip: false } as const;
export const stillAreas = { areaProps: still, areaChartProps: picture, withTooltip: false } as const;
