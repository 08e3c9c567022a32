import { mentions, visibleText } from '../../../domain/checks/page-text';

describe('the visible text of a page', () => {
  it.each([
    ['tags', '<p>We use the <b>Native</b>&nbsp;SDK</p>', 'We use the Native SDK'],
    ['scripts and styles', '<style>p{}</style>a<script>if (1 < 2) "SDK"</script >b', 'a b'],
    ['comments', 'a<!-- <p>SDK</p> -->b', 'a b'],
    ['entities', '&#29609;&#x7F8E; &amp; &lt;b&gt; &unknown;', '玩美 & <b> &unknown;'],
    ['letter case of tags', '<SCRIPT>x</SCRIPT>y', 'y'],
    ['a tag that only begins like one', '<scripture>y</scripture>', 'y'],
    ['markup that never ends', 'a<script>b', 'a'],
    ['impossible characters', '&#0;&#xD800;&#x110000;', '&#0;&#xD800;&#x110000;'],
  ])('%s', (_what, html, seen) => {
    expect(visibleText(html).replace(/\s+/g, ' ').trim()).toBe(seen);
  });

  it.each(['<script', '<!--', '<script></script', '&#', '<', '</'])(
    'takes little time over a megabyte of %p',
    (part) => {
      const page = part.repeat(Math.ceil(1_000_000 / part.length));
      // Of this process, so that a busy machine does not count.
      const before = process.cpuUsage();
      visibleText(page);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(1500);
    },
  );
});

describe('words in a page', () => {
  it.each([
    ['line breaks and blanks', 'We use\n   the Native  SDK.', 'we use the native sdk.', true],
    ['blanks between Chinese characters', '本应用 使用\u200b玩美移动', '本应用使用玩美移动', true],
    ['full-width forms', 'ＳＤＫ：玩美移动，', 'SDK:玩美移动,', true],
    ['quotation marks', 'tap “Agree”', 'tap "Agree"', true],
    ['other words', 'We use an SDK.', 'Native SDK', false],
    ['no words at all', 'We use an SDK.', ' \n ', false],
  ])('%s', (_what, page, words, expected) => {
    expect(mentions(page, words)).toBe(expected);
  });
});
