/** For each slug the newest edition that the version knows, in the order of the index. */
export function inForce<Edition extends { slug: string; since: string }>(
  editions: readonly Edition[],
  version: string,
): Map<string, Edition> {
  const bySlug = new Map<string, Edition>();
  for (const edition of editions) {
    const known = bySlug.get(edition.slug);
    if (edition.since <= version && (!known || known.since < edition.since)) bySlug.set(edition.slug, edition);
  }
  return bySlug;
}

/** For each slug its oldest edition. */
export function firstOf<Edition extends { slug: string; since: string }>(
  editions: readonly Edition[],
): Map<string, Edition> {
  const bySlug = new Map<string, Edition>();
  for (const edition of editions) {
    const known = bySlug.get(edition.slug);
    if (!known || edition.since < known.since) bySlug.set(edition.slug, edition);
  }
  return bySlug;
}
