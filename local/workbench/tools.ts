// Endpoints of what stands around the grid: state, acting person, the sidebar's calls, mails.
import { type Answer, type Asked, type Bench, json, numberOf, type Routes } from './routes';
import { stateOf } from './view';
import type { ActingCall, ScriptAnswer, ScriptCall } from './wire';

export const toolRoutes: Routes = {
  'GET /state': (bench) => json(stateOf(bench.host, bench.revision)),
  'GET /mail': mail,
  'POST /rpc': call,
  'POST /acting': act,
};

function mail({ host }: Bench, asked: Asked): Answer {
  const found = host.outbox[numberOf(asked, 'id')];
  if (found === undefined) return { status: 404, type: 'text/plain', content: 'No such mail.' };
  return {
    type: found.htmlBody === '' ? 'text/plain' : 'text/html',
    content: found.htmlBody || found.body,
    // A mail is somebody's words: it draws itself and does nothing else.
    headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" },
  };
}

function call(bench: Bench, { body }: Asked): Answer {
  const { function: name, args } = body as ScriptCall;
  let answer: ScriptAnswer;
  try {
    answer = { value: bench.host.serverCall(name, args) };
  } catch (thrown) {
    const { name: kind, message } = thrown as Error;
    answer = { error: { name: kind, message } };
  }
  bench.tell();
  return json(answer);
}

function act(bench: Bench, { body }: Asked): Answer {
  const { host } = bench;
  const { user } = body as ActingCall;
  if (user === host.book.owner || host.book.editors.includes(user)) host.as(user);
  bench.tell();
  return json(stateOf(host, bench.revision));
}
