// The workbook between runs: written after changes, read back when another program has changed it, gone on with later.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadWorkingFile } from '../../local/host/side-file';
import { loadBook, saveBook } from '../../local/host/xlsx/index';
import { differences } from '../../local/workbench/index';
import { inFolder } from '../demo/command';
import { closeDesks, type Desk, openDesk } from './desk';

afterEach(closeDesks);

/** Asks until it is so; the test's own limit ends what never comes. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function onDisk(use: (desk: Desk, file: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const file = path.join(folder, 'pool.xlsx');
    const desk = await openDesk(file);
    await use(desk, file);
    await closeDesks();
  });
}

/** A cell of Customers as another program changes it. */
async function editElsewhere(file: string, value: string): Promise<void> {
  const book = await loadBook(readFileSync(file));
  const line = book.sheets.find(({ name }) => name === 'Customers')?.cells[2];
  if (line === undefined) throw new Error('No customer in the file');
  line[1] = value;
  writeFileSync(file, await saveBook(book));
}

const nameIn = ({ host }: Desk) => host.values('Customers')[2]?.[1];

test('a change is written soon, with what only the host knows beside it', async () => {
  await onDisk(async (desk, file) => {
    expect(existsSync(file)).toBe(false);
    await desk.act('advance', { to: '2026-03-12T09:59' });
    await until(async () => existsSync(file) && (await desk.state()).file?.state === 'saved');
    const { book, hostState } = await loadWorkingFile(file);
    expect(differences(desk.host.book, book)).toEqual([]);
    expect(hostState).toEqual({ memory: JSON.parse(JSON.stringify(desk.host.memory())), now: '2026-03-12T09:59' });
  });
});

test('a run that wrote nothing is no reason to write', async () => {
  await onDisk(async (desk, file) => {
    await desk.act('menu', { function: 'showSidebar' });
    await desk.act('acting', { user: 'wei.ran@example.com' });
    await desk.post('rpc', { function: 'rpc', args: ['start', '[]'] });
    await desk.bench.close();
    expect(existsSync(file)).toBe(false);
  });
});

test('what another program wrote is read back: its values win, the host’s part stays', async () => {
  await onDisk(async (desk, file) => {
    await desk.act('advance', { to: '2026-03-12T09:59' });
    await until(() => existsSync(file));
    await until(async () => (await desk.state()).file?.state === 'saved');
    const { host } = desk;
    const before = { epoch: (await desk.state()).epoch, memory: host.memory(), editors: [...host.book.editors], now: host.now };
    const protections = host.book.sheets.map((sheet) => sheet.protections);
    await editElsewhere(file, 'Renamed elsewhere');
    await until(() => nameIn(desk) === 'Renamed elsewhere');
    const state = await desk.state();
    expect(state.file).toEqual({ name: 'pool.xlsx', state: 'reread' });
    expect(state.epoch).toBe(before.epoch + 1);
    expect({ epoch: before.epoch, memory: host.memory(), editors: host.book.editors, now: host.now }).toEqual(before);
    expect(host.book.sheets.map((sheet) => sheet.protections)).toEqual(protections);
  });
});

test('a change that comes before the file was looked at does not write over it', async () => {
  await onDisk(async (desk, file) => {
    await desk.act('advance', { by: 60_000 });
    await until(async () => existsSync(file) && (await desk.state()).file?.state === 'saved');
    await editElsewhere(file, 'Renamed elsewhere');
    await desk.act('advance', { by: 60_000 });
    await desk.bench.close();
    expect(nameIn(desk)).toBe('Renamed elsewhere');
    const book = await loadBook(readFileSync(file));
    expect(book.sheets.find(({ name }) => name === 'Customers')?.cells[2]?.[1]).toBe('Renamed elsewhere');
  });
});

test('a file that is no workbook changes nothing and is replaced by the next change', async () => {
  await onDisk(async (desk, file) => {
    await desk.act('advance', { by: 60_000 });
    await until(async () => existsSync(file) && (await desk.state()).file?.state === 'saved');
    const name = nameIn(desk);
    writeFileSync(file, 'no workbook');
    await desk.act('advance', { by: 60_000 });
    await desk.bench.close();
    expect(nameIn(desk)).toBe(name);
    expect(differences(desk.host.book, (await loadWorkingFile(file)).book)).toEqual([]);
  });
});
