import { EventStreamReader } from '../../edge/event-stream';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the event stream', () => {
  const text = [
    ': a comment',
    'event: key',
    'id: 7',
    'data: {"name":"灯笼 ☂"}',
    '',
    '',
    'data:one',
    'data: two',
    '',
    'event: nothing',
    '',
    'id',
    'data',
    '',
    '',
  ].join('\n');
  const events = [
    { event: 'key', id: '7', data: '{"name":"灯笼 ☂"}' },
    { event: 'message', id: null, data: 'one\ntwo' },
    { event: 'message', id: '', data: '' },
  ];

  it('gives the same events however it is cut', () => {
    for (const whole of [bytes(text), bytes(text.replaceAll('\n', '\r\n'))]) {
      for (let size = 1; size <= whole.length; size += 1) {
        const reader = new EventStreamReader();
        const found = [];
        for (let at = 0; at < whole.length; at += size) found.push(...reader.read(whole.slice(at, at + size)));
        expect(found).toEqual(events);
      }
    }
  });

  it('keeps back half an event for ever', () => {
    const reader = new EventStreamReader();
    expect([...reader.read(bytes('event: key\ndata: {"a":1}\n'))]).toEqual([]);
    expect([...reader.read(bytes('data: 2'))]).toEqual([]);
  });

  it('refuses an event without end instead of holding it', () => {
    const endless = (piece: string) => {
      const reader = new EventStreamReader();
      for (let count = 0; count < 200; count += 1) for (const _ of reader.read(bytes(piece)));
    };
    expect(() => endless('x'.repeat(100_000))).toThrow(RangeError);
    expect(() => endless(`data: ${'x'.repeat(100_000)}\n`)).toThrow(RangeError);
  });
});
