// Remembers what came of each write, in the transaction of the write itself: the same task again gets the same
// answer and happens once, whenever the process dies.
import pg from 'pg';

export class Inbox {
  #schema;

  constructor(url, agent) {
    this.#schema = pg.escapeIdentifier(agent);
    this.pool = new pg.Pool({ connectionString: url, max: 4, options: `-c search_path=${this.#schema}` });
  }

  async prepare(tables) {
    await this.pool.query(`create schema if not exists ${this.#schema}`);
    await this.pool.query(`
      create table if not exists task_inbox (
        task_id text primary key, capability text not null, input_hash text not null,
        conversation_id text not null, verdict text, body text, at timestamptz)`);
    await this.pool.query(tables);
  }

  /**
   * Runs an effect unless its task has an outcome. The row comes first: whoever else wants the same id waits for
   * the end of this transaction. A refusal takes back what the effect wrote.
   */
  async once({ taskId, capability, inputHash, conversationId }, effect) {
    const sql = await this.pool.connect();
    try {
      await sql.query('begin');
      const claim = [taskId, capability, inputHash, conversationId];
      const claimed = await sql.query(
        `insert into task_inbox (task_id, capability, input_hash, conversation_id)
         values ($1, $2, $3, $4) on conflict do nothing`, claim);
      const entry = claimed.rowCount === 1 ? await this.#first(sql, taskId, effect) : await this.#before(sql, taskId);
      await sql.query('commit');
      return entry;
    } catch (error) {
      await sql.query('rollback').catch(() => {});
      throw error;
    } finally {
      sql.release();
    }
  }

  async #first(sql, taskId, effect) {
    await sql.query('savepoint effect');
    const { verdict, body, at } = await effect(sql);
    if (verdict !== 'DONE') await sql.query('rollback to savepoint effect');
    await sql.query('update task_inbox set verdict = $2, body = $3, at = $4 where task_id = $1',
      [taskId, verdict, JSON.stringify(body), at]);
    return { verdict, body, at };
  }

  async #before(sql, taskId) {
    const { rows } = await sql.query('select * from task_inbox where task_id = $1', [taskId]);
    const [{ capability, input_hash: inputHash, verdict, body, at }] = rows;
    return { before: { capability, inputHash }, verdict, body: JSON.parse(body), at };
  }

  async close() {
    await this.pool.end();
  }
}
