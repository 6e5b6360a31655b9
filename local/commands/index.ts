// The commands of this machine: `node .cache/local/commands.cjs NAME [options]`.

import { type Message, say } from '../../src/i18n/local';
import { Complaint } from './complaint';
import { dedupe } from './dedupe';
import { demo } from './demo';
import { languageOf } from './options';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { demo, dedupe };

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const locale = languageOf(args);
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      throw new Complaint('command.unknown', { name, known: Object.keys(commands).join(', ') }, { usage: true });
    }
    await command(args);
  } catch (thrown) {
    process.stderr.write(`${say(locale, thrown instanceof Complaint ? thrown.reason : faultOf(thrown))}\n`);
    process.exitCode = thrown instanceof Complaint && thrown.usage ? 2 : 1;
  }
}

/** A fault of ours: its first line for the user, all of it for whoever asks. */
function faultOf(thrown: unknown): Message {
  const { stack, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (process.env['CUSTOMER_POOL_TRACE'] === '1') process.stderr.write(`${stack}\n`);
  return { code: 'command.fault', args: { message: message.split('\n')[0] ?? '' } };
}

void main(process.argv.slice(2));
