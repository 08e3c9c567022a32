const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes minutes, longest first: begun late, it would have the end of the run for itself, with the other worker idle. */
const longest = ['journeys/mass-lapse', 'crash/killed', 'journeys/desk-accessible', 'journeys/portal-walk-looks'];
/** Folders by how long their files take. */
const folders = ['journeys', 'domain/lifecycle/planted', 'domain/lifecycle/rules', 'crash', 'server', 'edge'];

/** What failed the last time first, then long files, by these lists: a machine that never ran them knows no durations. */
class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort(
      (one, other) =>
        Number(this.hasFailed(other)) - Number(this.hasFailed(one)) ||
        placeOf(one) - placeOf(other) ||
        (this.time(other) ?? 0) - (this.time(one) ?? 0),
    );
  }
}

function placeOf({ path }) {
  const place = (names) => names.findIndex((name) => path.includes(`/test/${name}`));
  const inList = place(longest);
  if (inList >= 0) return inList - longest.length;
  const inFolder = place(folders);
  return inFolder >= 0 ? inFolder : folders.length;
}

module.exports = LongestFirst;
