// What a task means: every task gets exactly one outcome and always a reply. Knows neither Kafka nor the business.
// The rules are those of docs/reference/agents.md; where Java's runtime has words for them, these are the same.
import { createHash } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020.js';

const MOST_OUTPUT_BYTES = 256 * 1024;
const REMEMBER_ENDED_PLANS = 10_000;

/** Another try may help. */
export class Transient extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The task cannot be done as it is: `broken` when an operator must look, too. */
class Rejected extends Error {
  constructor(kind, code, message, broken = false) {
    super(message);
    Object.assign(this, { kind, code, broken });
  }
}

export const done = (output) => ({ verdict: 'DONE', body: output });
export const refused = (code, message, details) => ({ verdict: 'REFUSED', body: { code, message, details } });

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const isUndo = (taskId) => taskId.split('/').at(-2) === 'undo';

export class TaskWork {
  #ended = new Set();
  #undos;

  constructor(agent, inbox, clock) {
    this.agent = agent;
    this.inbox = inbox;
    this.clock = clock;
    // Formats and words of our own (x-errand-type) say something to others and forbid nothing here.
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    this.table = new Map(agent.capabilities.map((row) => [row.name, {
      ...row, fits: ajv.compile(row.input), promises: ajv.compile(row.output),
    }]));
    this.#undos = new Set(agent.capabilities.map((row) => row.undo).filter(Boolean));
  }

  /** The table as the directory has it. */
  described() {
    return this.agent.capabilities.map((row) => ({
      name: row.name,
      description: row.description,
      effect: row.effect,
      inputSchema: JSON.stringify(row.input),
      outputSchema: JSON.stringify(row.output),
      undo: row.undo ?? null,
      answerWithinMillis: 30_000,
      maturity: 'AUTO',
      health: 'up',
    }));
  }

  /** What reads for it is not begun any more; what writes is never done. */
  planEnded(planId) {
    this.#ended.add(planId);
    if (this.#ended.size > REMEMBER_ENDED_PLANS) this.#ended.delete(this.#ended.values().next().value);
  }

  /** Does what was asked, or says why not. */
  async asked(task) {
    try {
      const row = this.#row(task.capability);
      if (this.#ended.has(task.planId) && !isUndo(task.taskId)) return await this.#never(task, row, 'Its plan has ended.');
      return row.effect === 'READ' ? await this.#read(row, task) : await this.#write(row, task);
    } catch (error) {
      return this.#failed(task, error);
    }
  }

  /** Makes sure that it never happens, or says that it has happened. */
  async cancelled(task) {
    try {
      return await this.#never(task, this.table.get(task.capability), task.reason || 'Cancelled before it happened.');
    } catch (error) {
      return this.#failed({ ...task, attempt: 0 }, error);
    }
  }

  #row(capability) {
    const row = this.table.get(capability);
    if (row) return row;
    const name = this.agent.name;
    const offered = [...this.table.keys()].map((full) => full.slice(name.length + 1)).join(', ');
    throw new Rejected('INVALID', 'UNKNOWN_CAPABILITY',
      `Agent '${name}' cannot do '${capability.replace(`${name}.`, '')}'. It can do: ${offered}.`);
  }

  async #read(row, task) {
    const outcome = await this.#run(row, task, this.inbox.pool);
    return this.#answer(task, { ...outcome, at: this.clock() });
  }

  async #write(row, task) {
    const claim = { ...task, inputHash: sha256(task.input) };
    const entry = await this.inbox.once(claim, async (sql) => ({ ...(await this.#run(row, task, sql)), at: this.clock() }));
    const { before } = entry;
    if (before && (before.capability !== task.capability || (before.inputHash && before.inputHash !== claim.inputHash))) {
      throw new Rejected('INVALID', 'TASK_ID_REUSED',
        `Task id '${task.taskId}' was used before, for '${before.capability}' with another input. Nothing was done.`, true);
    }
    return this.#answer(task, entry);
  }

  async #never(task, row, message) {
    const never = { verdict: 'CANCELLED', body: { code: 'CANCELLED', message }, at: this.clock() };
    const writes = row && row.effect !== 'READ';
    return this.#answer(task, writes ? await this.inbox.once({ ...task, inputHash: '' }, async () => never) : never);
  }

  async #run(row, task, sql) {
    const now = this.clock();
    if (now.getTime() > task.deadline) {
      throw new Rejected('TIMEOUT', 'DEADLINE_PASSED',
        `Task '${task.taskId}' came at ${now.toISOString()}, after its deadline ${new Date(task.deadline).toISOString()}. Nothing was done.`);
    }
    const input = JSON.parse(task.input);
    if (!row.fits(input)) {
      throw new Rejected('INVALID', 'INPUT_INVALID', `Input of '${row.name}' does not fit at ${faults(row.fits)}.`);
    }
    const items = this.#agreed(row, task, input);
    const outcome = await row.handle(input, { id: task.taskId, user: task.user, lang: task.lang, now, items, sql });
    if (outcome.verdict === 'DONE') this.#promised(row, outcome.body);
    return outcome;
  }

  #promised(row, output) {
    if (!row.promises(output)) {
      throw new Rejected('INVALID', 'OUTPUT_INVALID', `Output of '${row.name}' does not fit its schema at ${faults(row.promises)}.`, true);
    }
    const bytes = Buffer.byteLength(JSON.stringify(output));
    if (bytes > MOST_OUTPUT_BYTES) {
      throw new Rejected('INVALID', 'OUTPUT_INVALID', `Output of '${row.name}' is too large: ${bytes} bytes of ${MOST_OUTPUT_BYTES}.`, true);
    }
  }

  /**
   * What the person agreed to, by quote id. The hash is over `shown` as it came, byte for byte: nothing is
   * written anew, so it cannot come out otherwise here than in Java.
   */
  #agreed(row, task, input) {
    const needed = ['COMMIT', 'PAY'].includes(row.effect) && !(isUndo(task.taskId) && this.#undos.has(row.name));
    const no = (why) => new Rejected('INVALID', 'CONSENT_MISMATCH', `Task '${task.taskId}' of '${row.name}' ${why}. Nothing was done.`);
    if (!task.terms) {
      if (needed) throw no("needs the person's consent and carries none");
      return new Map();
    }
    const hash = `sha256:${sha256(task.terms.shown)}`;
    if (hash !== task.terms.hash) throw no(`carries terms whose hash is not that of what was shown (${hash}, not ${task.terms.hash})`);
    const shown = JSON.parse(task.terms.shown);
    if (shown.planId !== task.planId) throw no(`carries terms that were shown for plan '${shown.planId}'`);
    const items = new Map(shown.items.map((item) => [item.quoteId, item]));
    const missing = quoteIds(input).filter((id) => !items.has(id));
    if (needed && missing.length) throw no(`is for quotes that were not agreed to (${missing.join(', ')})`);
    return items;
  }

  /** Made of the entry alone: a remembered outcome is the same record however often it is sent. */
  #answer(task, { verdict, body, at }) {
    const record = {
      id: `r:${task.taskId}`, at: at.getTime(), conversationId: task.conversationId, taskId: task.taskId, agent: this.agent.name,
    };
    if (verdict === 'DONE') return { type: 'TaskSucceeded', record: { ...record, output: JSON.stringify(body) } };
    return { type: 'TaskRefused', record: { ...record, failure: failure(verdict, body.code, body.message, body.details) } };
  }

  #failed(task, error) {
    let why = error;
    if (error instanceof Transient || passes(error)) {
      why = new Rejected('TRANSIENT', error instanceof Transient ? error.code : 'UNAVAILABLE', error.message);
    } else if (!(error instanceof Rejected)) {
      console.error(`Task '${task.taskId}' failed`, error);
      why = new Rejected('INVALID', 'AGENT_FAULT', `'${task.capability}' failed: ${error.name}: ${error.message}`, true);
    }
    return {
      type: 'TaskFailed',
      broken: why.broken,
      record: {
        id: `f:${task.taskId}:${task.attempt}`, at: this.clock().getTime(), conversationId: task.conversationId,
        taskId: task.taskId, agent: this.agent.name, failure: failure(why.kind, why.code, why.message),
      },
    };
  }
}

/** The database is away, or the transaction had to give way: SQLSTATE classes 08, 40, 53 and 57, or no connection. */
function passes(error) {
  const code = String(error.code ?? '');
  return /^(08|40|53|57)...$/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH)/.test(code)
    || /Connection terminated/.test(error.message);
}

function failure(kind, code, message, details) {
  return { kind, code, message: message.slice(0, 2000), details: details ? JSON.stringify(details) : null };
}

function faults(validate) {
  return validate.errors.map((e) => `${e.instancePath || '/'} ${e.message}${e.params.additionalProperty ? `: ${e.params.additionalProperty}` : ''}`).join('; ');
}

/** `quoteId` and `quoteIds`, wherever they stand. */
function quoteIds(value) {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'quoteId') return [String(inner)];
    if (key === 'quoteIds') return [inner].flat().map(String);
    return quoteIds(inner);
  });
}
