// What the workbench offers around its grid: person, menu, clock, triggers, mails, charts, the file to take along, starting over.
import { get } from 'node:http';
import { PROTECTED } from '../../local/host/permission';
import type { ChartView } from '../../local/workbench/frame-wire';
import type { GridAct } from '../../local/workbench/grid-wire';
import { differences } from '../../local/workbench/index';
import { refusedIn } from '../../local/workbench/refusal';
import { chartColours } from '../../src/template/palette';
import { inFile } from '../judges/judge';
import { readBack } from '../judges/openpyxl';
import { describeJudged } from '../judges/policy';
import { closeDesks, type Desk, openDesk } from './desk';

const SELLER = 'wei.ran@example.com';
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(closeDesks);

describe('only the workbench’s own pages are answered', () => {
  const READS = ['', 'state', 'charts?sheet=1', 'mail?id=0', 'download', 'sidebar', 'events'];
  const ACTS = ['rpc', 'acting', 'menu', 'trigger', 'advance', 'reset'];

  test.each(READS)('GET /%s is refused to a foreign page', async (path) => {
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1']) {
      expect([origin, (await desk.get(path, { origin })).status]).toEqual([origin, 403]);
    }
    expect((await desk.get(path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test.each(ACTS)('POST /%s is refused to a foreign page, and does nothing', async (path) => {
    const before = await desk.state();
    const body = { function: 'rpc', args: [], user: SELLER, by: 3_600_000, id: 'x' };
    for (const headers of [{}, { origin: 'http://evil.example' }, { origin: 'null' }]) {
      expect((await desk.post(path, body, headers)).status).toBe(403);
    }
    expect(await desk.state()).toEqual(before);
  });

  test('a foreign name that points at this machine is no way in', async () => {
    const status = await new Promise((resolve, reject) => {
      get(`${desk.bench.url}state`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode)).on(
        'error',
        reject,
      );
    });
    expect(status).toBe(403);
  });

  test('it listens on this machine alone', () => {
    expect(new URL(desk.bench.url).hostname).toBe('127.0.0.1');
  });
});

describe('the person', () => {
  test('everybody who may open the file stands there with name and role', async () => {
    const { people, user } = await desk.state();
    expect(user).toBe(desk.host.book.owner);
    expect(people.map(({ email }) => email)).toEqual([desk.host.book.owner, ...desk.host.book.editors]);
    expect(people.find(({ email }) => email === SELLER)).toEqual({ email: SELLER, name: 'Wei Ran', role: 'Sales' });
  });

  test('another one acts, and the script builds its menu for him', async () => {
    expect(await desk.act('acting', { user: SELLER })).toBeNull();
    const { user, menu, lastRun } = await desk.state();
    expect([user, lastRun?.name]).toEqual([SELLER, 'onOpen']);
    expect(menu).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'item', function: 'showSidebar' })]));
  });

  test('a stranger does not', async () => {
    expect(await desk.act('acting', { user: 'stranger@example.com' })).toMatch(/stranger@example\.com/);
    expect((await desk.state()).user).toBe(desk.host.book.owner);
  });
});

describe('what the script brings to the front', () => {
  const show = (id: string) =>
    desk.post('rpc', { function: 'rpc', args: ['showRecord', JSON.stringify([{ sheet: 'customers', id }])] });

  test('is told with each asking, a record by its row', async () => {
    const before = (await desk.state()).front.times;
    const sheet = desk.host.book.sheets.find(({ cells }) => cells[0]?.[0] === 'customer_id');
    const at = 20;
    await show(String(sheet?.cells[at - 1]?.[0]));
    const { front } = await desk.state();
    expect(front).toMatchObject({ sheet: sheet?.id, at: { row: at, column: 1, rows: 1, columns: 1 } });
    expect(front.times).toBeGreaterThan(before);
    await show(String(sheet?.cells[at - 1]?.[0]));
    expect((await desk.state()).front.times).toBeGreaterThan(front.times);
  });
});

test('the page speaks the language the workbook is switched to', async () => {
  expect(await desk.json('words')).toMatchObject({ locale: 'en', words: { tabs: 'Sheets' } });
  const kept = JSON.parse(desk.host.properties.get('cp:state') ?? '');
  expect(kept).toMatchObject({ locale: 'en' });
  desk.host.properties.set('cp:state', JSON.stringify({ ...kept, locale: 'zh-CN' }));
  expect((await desk.state()).locale).toBe('zh-CN');
  expect(await desk.json('words')).toMatchObject({ locale: 'zh-CN', words: { tabs: '工作表' } });
});

describe('a record of somebody else', () => {
  test.each([
    ['en', /^C-\d+ belongs to (?!Wei Ran).+\.\nYou are trying to edit a protected cell/],
    ['zh-CN', /^C-\d+ 归 (?!Wei Ran).+。\n你正在尝试修改受保护的单元格/],
  ] as const)('is refused in the page’s language, with its id and its owner: %s', async (locale, says) => {
    desk.host.rpc('applyProtection');
    const sheet = desk.host.book.sheets.find(({ cells }) => cells[0]?.[0] === 'customer_id');
    const [keys = [], , ...rows] = sheet?.cells ?? [];
    const owner = keys.indexOf('owner');
    const row = rows.findIndex((cells = []) => String(cells[owner] ?? '') !== '' && cells[owner] !== 'Wei Ran') + 3;
    const at = { row, column: keys.indexOf('name') + 1 };
    await desk.act('acting', { user: SELLER });
    const asked: GridAct = { act: 'edit', sheet: sheet?.id ?? 0, at, value: 'Mine' };
    expect(() => desk.host.edit(`'${sheet?.name}'!B${row}`, 'Mine')).toThrow(PROTECTED);
    expect(refusedIn(locale, desk.host, asked, PROTECTED)).toMatch(says);
    expect(refusedIn(locale, desk.host, { ...asked, sheet: desk.host.book.sheets[1]?.id ?? 0 }, 'else')).toBe('else');
  });
});

describe('the menu', () => {
  test('runs the script’s function, which shows the sidebar', async () => {
    const before = (await desk.state()).sidebar.shown;
    expect(await desk.act('menu', { function: 'showSidebar' })).toBeNull();
    const { sidebar, lastRun } = await desk.state();
    expect(sidebar).toEqual({ title: 'Customer Pool', shown: before + 1 });
    expect(lastRun).toMatchObject({ name: 'showSidebar', failed: null });
  });

  test.each(['hourly', 'noSuchFunction'])('offers nothing else: %s', async (name) => {
    expect(await desk.act('menu', { function: name })).toMatch(name);
  });
});

describe('the clock', () => {
  test('passes time and runs what falls due', async () => {
    expect(desk.host.outbox).toHaveLength(0);
    expect(await desk.act('advance', { to: '2026-03-12T09:59' })).toBeNull();
    const { now, outbox, lastRun, busy } = await desk.state();
    expect([now, busy]).toEqual(['2026-03-12 09:59', null]);
    expect(outbox.length).toBeGreaterThan(0);
    expect(outbox.every(({ at }) => at.startsWith('2026-03-12 0'))).toBe(true);
    expect(lastRun).toMatchObject({ name: 'hourly', failed: null });
    expect(lastRun?.calls).toBeGreaterThan(0);
  });

  test.each([
    ['three hours', { by: 3 * 3_600_000 }, '2026-03-12 11:00'],
    ['a minute, named as a moment', { to: '2026-03-12T08:01' }, '2026-03-12 08:01'],
  ])('goes on by %s', async (_title, body, now) => {
    expect(await desk.act('advance', body)).toBeNull();
    expect((await desk.state()).now).toBe(now);
  });

  test.each([
    ['back', { to: '2026-03-12T07:59' }],
    ['back by milliseconds', { by: -1 }],
    ['to no moment', { to: 'soon' }],
    ['by no number', { by: 'much' }],
    ['for a lifetime', { to: '2099-01-01T00:00' }],
  ])('does not go %s', async (_title, body) => {
    expect(await desk.act('advance', body)).toEqual(expect.any(String));
    expect((await desk.state()).now).toBe('2026-03-12 08:00');
  });

  test('runs for one at a time', async () => {
    const both = await Promise.all([desk.act('advance', { by: 7 * 3_600_000 }), desk.act('advance', { by: 7 * 3_600_000 })]);
    expect(both.filter((failed) => failed === null)).toHaveLength(1);
    expect((await desk.state()).now).toBe('2026-03-12 15:00');
  });
});

describe('triggers', () => {
  test('one runs at once, and stays due when it was', async () => {
    const [trigger] = (await desk.state()).triggers;
    expect(trigger).toMatchObject({ handler: 'hourly', due: expect.stringMatching(/^2026-03-12 0[89]:\d\d$/) });
    expect(await desk.act('trigger', { id: trigger?.id })).toBeNull();
    const after = await desk.state();
    expect(after.lastRun?.name).toBe('hourly');
    expect(after.triggers).toEqual([trigger]);
    expect(after.outbox.length).toBeGreaterThan(0);
  });

  test('an unknown one does not', async () => {
    expect(await desk.act('trigger', { id: 'none' })).toMatch(/none/);
  });
});

test('a mail draws itself and can do nothing else', async () => {
  desk.host.advanceTo('2026-03-12T09:59');
  const mail = await desk.get('mail?id=0');
  expect(mail.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/);
  expect(await mail.text()).toBe(desk.host.outbox[0]?.htmlBody);
  for (const id of ['99', '-1', 'x'])
    expect([id, (await desk.get(`mail?id=${id}`)).status]).toEqual([id, id === 'x' ? 200 : 404]);
});

describe('charts', () => {
  test('say what their cells show, in the template’s colours', async () => {
    const sheet = desk.host.book.sheets.find(({ charts }) => charts.length > 0);
    const charts = await desk.json<ChartView[]>(`charts?sheet=${sheet?.id}`);
    expect(charts.map(({ type }) => type).sort()).toEqual(['BAR', 'BAR', 'COLUMN', 'LINE']);
    const shown = desk.host.shown(sheet?.name ?? '');
    const column = shown.map((line) => line[15]);
    const funnel = charts.find(({ title }) => title === 'Status');
    // Statuses stand in O23 and below, their counts in P (template: dashboard-data).
    expect(funnel?.labels).toEqual(shown.slice(23, 29).map((line) => line[14]));
    expect(funnel?.series[0]).toMatchObject({ colour: chartColours[0], texts: column.slice(23, 29) });
    expect(funnel?.series[0]?.values.map(String)).toEqual(column.slice(23, 29));
    expect(funnel?.series[0]?.values.some((value) => (value ?? 0) > 0)).toBe(true);
    const orders = charts.find(({ type }) => type === 'COLUMN');
    expect(orders?.series.map(({ name }) => name)).toEqual([shown[13]?.[18], shown[13]?.[19]]);
  });

  test('lie where their cell begins, hidden rows and columns aside', async () => {
    const sheet = desk.host.book.sheets.find(({ charts }) => charts.length > 0);
    const place = async () => {
      const [chart] = await desk.json<ChartView[]>(`charts?sheet=${sheet?.id}`);
      return { left: chart?.left, top: chart?.top };
    };
    // Anchored to B9: column A is 24 wide; rows 1 to 8 are 24, 40, 22, 12, 22, 36, 22 and 16 high.
    expect(await place()).toEqual({ left: 24, top: 194 });
    sheet?.hiddenRows.add(2);
    sheet?.hiddenColumns.add(1);
    expect(await place()).toEqual({ left: 0, top: 154 });
  });

  test('are none on a sheet that is not there', async () => {
    expect(await desk.json('charts?sheet=999')).toEqual([]);
  });
});

describeJudged('the delivered workbook', ['openpyxl'], () => {
  test('is a file any program reads, with the sheets and charts of the workbook', async () => {
    const answer = await desk.get('download');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="customer-pool.xlsx"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
    const read = await inFile(bytes, readBack);
    const { sheets } = desk.host.book;
    expect(read.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(sheets.map(({ name }) => name)));
    expect(read.sheets.flatMap(({ charts }) => charts)).toHaveLength(4);
  });
});

test('a reset brings back workbook, mails, clock and the first person', async () => {
  const before = desk.host.snapshot();
  const { epoch } = await desk.state();
  await desk.act('acting', { user: SELLER });
  await desk.act('advance', { by: 7_200_000 });
  desk.host.book.sheets.pop();
  expect(await desk.act('reset')).toBeNull();
  const state = await desk.state();
  expect(differences(before.book, desk.host.book)).toEqual([]);
  expect(desk.host.memory()).toEqual(before.memory);
  expect(state).toMatchObject({ now: '2026-03-12 08:00', user: desk.host.book.owner, outbox: [], busy: null });
  expect(state.epoch).toBeGreaterThan(epoch);
});
