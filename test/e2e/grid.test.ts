// The grid in a real browser: what a person does in a sheet, done with keys, pointer and clipboard; the host tells what became of it.
import { open, violations, withBrowser } from './browser';
import { samplePool } from './pool';
import { wordsOf } from './words';

withBrowser('the grid', () => {
  test('look', async () => {
    const host = await samplePool('zh-CN');
    const { page } = await open({ locale: 'zh-CN', path: '', host });
    await page.getByRole('gridcell', { name: 'C-000001', exact: true }).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: '/tmp/a-work/1.png' });
    expect(await violations(page.mainFrame())).toEqual([]);
  });
});
