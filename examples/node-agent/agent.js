// An agent for Errand in Node: takes tasks from Kafka, answers them, says that it is here. What it can do
// stands in press.js; docs/guides/agent-in-any-language.md explains each step.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { clock, settings } from './settings.js';
import { Inbox } from './inbox.js';
import { Wire } from './wire.js';
import { TaskWork } from './tasks.js';
import { press } from './press.js';

const ANNOUNCE_EVERY = 15_000; // after a minute without a word an agent counts as silent
const instance = randomUUID();
const wire = new Wire(settings, press.name);
const inbox = new Inbox(settings.database, press.name);
const work = new TaskWork(press, inbox, clock);

await wire.prepare();
await inbox.prepare(press.tables);
await wire.connect();
await wire.readEndedPlans((planId) => work.planEnded(planId));
await wire.takeTasks((delivery) => attend(delivery));
await announce();
const announcing = setInterval(() => announce().catch(complain), ANNOUNCE_EVERY);
console.log(`agent '${press.name}' takes tasks`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave);

/** Returns when everything that follows from a record is on Kafka; only then is its offset committed. */
async function attend({ type, record, broken, message, where }) {
  if (broken) return wire.putAside(message, where, 'UNDECODABLE', broken);
  if (type !== 'TaskRequested' && type !== 'TaskCancelled') {
    const why = `${type} does not belong on ${where.topic}; TaskRequested and TaskCancelled do.`;
    return wire.putAside(message, where, 'UNKNOWN_RECORD', why);
  }
  const reply = type === 'TaskRequested' ? await work.asked(record) : await work.cancelled(record);
  // The dead letter first: whoever sees the reply finds it.
  if (reply.broken) await wire.putAside(message, where, reply.record.failure.code, reply.record.failure.message);
  return wire.reply(reply, message);
}

function announce() {
  const at = clock().getTime();
  const capabilities = work.described();
  return wire.tell('AgentAnnounced', { agent: press.name, version: press.version, instance, at, capabilities, busy: false, limits: null });
}

async function leave() {
  clearInterval(announcing);
  await wire.stopTaking(); // waits for the task at hand
  await wire.tell('AgentLeft', { agent: press.name, instance, at: clock().getTime() }).catch(complain);
  await Promise.race([Promise.all([wire.disconnect(), inbox.close()]), pause(5_000)]);
  process.exit(0);
}

function complain(error) {
  console.error(error.message);
}
