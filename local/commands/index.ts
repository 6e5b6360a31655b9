// The commands of this machine: `node .cache/local/commands.cjs NAME [options]`.

import { say } from '../../src/i18n/index';
import { Complaint } from './complaint';
import { demo } from './demo';
import { languageOf } from './options';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { demo };

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const locale = languageOf(args);
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      throw new Complaint('command.unknown', { name, known: Object.keys(commands).join(', ') }, { usage: true });
    }
    await command(args);
  } catch (thrown) {
    if (!(thrown instanceof Complaint)) throw thrown;
    process.stderr.write(`${say(locale, thrown.reason)}\n`);
    process.exitCode = thrown.usage ? 2 : 1;
  }
}

void main(process.argv.slice(2));
