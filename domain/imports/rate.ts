/** How many developers are imported in a second at most: what else the vendor's desk does goes on beside it. */
export const importsPerSecond = 20;
