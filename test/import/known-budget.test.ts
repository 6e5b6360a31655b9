// What a list of 10,000 costs where customers may be known: service calls of everything the sidebar does.
import { applyPool, emptyHost, listOf } from '../../bench/pool';
import { checkFile, commitFile, previewFile, stageFile } from '../../src/contract/upload';
import type { Reply } from '../../src/contract/wire';

function got<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.code);
  return reply.value;
}

type Pool = ReturnType<typeof emptyHost>;

/** As the sidebar does it: read whole, sent up, looked through, carried out. */
async function bring({ host, server }: Pool, text: string) {
  const goOn = () => true;
  host.resetCalls();
  const file = { fileName: 'list.csv', text, ...got(await previewFile(server, 'list.csv', text)) };
  const { records } = got(await checkFile(server, file, goOn));
  const batch = got(await stageFile(server, { ...file, records }, goOn));
  const { certain } = got(await server.importMatches({ batch, acceptOwners: true, known: 'fill', page: 0 }));
  const result = got(await commitFile(server, batch, { acceptOwners: true, known: 'fill' }, goOn));
  const { reads, writes } = host.calls;
  return { certain, result, calls: reads + writes };
}

jest.setTimeout(240_000);

test('nobody known: the whole import, the look before it among its calls', async () => {
  const pool = emptyHost();
  await applyPool(pool.server);
  const { result, certain, calls } = await bring(pool, listOf(10_000));
  expect({ certain, created: result.created }).toEqual({ certain: 0, created: 10_000 });
  expect(calls).toBeLessThanOrEqual(45);
});
