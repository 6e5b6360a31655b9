// A pool to measure on: the calls the sidebar makes, and lists of any length made from a seed.

import { serverOf } from '../local/commands/server-of';
import { type CellValue, type Host, openHost } from '../local/host/index';
import type { Server } from '../src/contract/server-api';
import { checkFile, importFile, previewFile } from '../src/contract/upload';
import type { Reply } from '../src/contract/wire';

const NOW = '2026-03-11T08:10';

export function emptyHost(): { host: Host; server: Server } {
  const host = openHost({ dist: 'dist', now: NOW, owner: 'owner@example.com' });
  return { host, server: serverOf(host) };
}

function answered<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.code} ${JSON.stringify(reply.args)}`);
  return reply.value;
}

export async function applyPool(server: Server): Promise<void> {
  while (!answered(await server.applyTemplate({ locale: 'zh-CN', preset: 'b2b' })).finished);
}

/** Rows as they would stand there; no run of the script sees them come. */
export function fill(host: Host, key: string, rows: readonly Readonly<Record<string, CellValue>>[]): void {
  const sheet = host.book.sheets.find(({ cells }) => cells[0]?.[0] === key);
  if (sheet === undefined) throw new Error(`no sheet that begins with ${key}`);
  const keys = (sheet.cells[0] ?? []).map(String);
  const missing = 2 + rows.length - sheet.maxRows;
  if (missing > 0) host.insertRows(sheet.name, sheet.maxRows, missing);
  rows.forEach((row, i) => {
    sheet.cells[2 + i] = keys.map((one) => row[one] ?? null);
  });
}

export async function importText(server: Server, fileName: string, text: string): Promise<void> {
  const goOn = () => true;
  const file = { fileName, text, ...answered(await previewFile(server, fileName, text)) };
  const { records } = answered(await checkFile(server, file, goOn));
  answered(await importFile(server, { ...file, records, acceptOwners: true }, goOn));
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
const CITIES = ['上海', '北京', '广州', '深圳', '杭州', '成都', '武汉', '南京'];
const STATES = ['待跟进', '联系中', '已报价', '谈判中', '成交'];
const OWNERS = ['李雷', '韩梅', '魏然', '陈静', '王磊', ''];

/** A list with the columns teams usually have; every value follows from the row's number alone. */
export function listOf(rows: number): string {
  const lines = ['姓名,公司,手机,邮箱,微信,负责人,跟进状态,城市,下次跟进,备注'];
  for (let i = 0; i < rows; i++) {
    const pick = (list: readonly string[], step: number) => list[Math.floor(i / step) % list.length] ?? '';
    const name = pick(SURNAMES, 1) + pick(GIVEN, 20) + pick(GIVEN, 400);
    const company = `${pick(CITIES, 3)}${pick(GIVEN, 7)}${pick(SURNAMES, 11)}贸易${i % 977}有限公司`;
    const mobile = `1${38 + (i % 2)}${String(10_000_000 + i * 17).padStart(8, '0')}`;
    const due = `2026-0${1 + (i % 6)}-${String(1 + (i % 28)).padStart(2, '0')}`;
    lines.push(
      [
        name,
        company,
        mobile,
        `c${i}@example.com`,
        `wx_${100_000 + i}`,
        pick(OWNERS, 5),
        pick(STATES, 2),
        pick(CITIES, 4),
        due,
        i % 10 === 0 ? `展会认识，第 ${i} 位` : '',
      ].join(','),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
