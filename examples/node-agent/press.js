// The business: a press that prints visiting cards. A table of what it can do, as a Java agent has one.
import { createHash, randomBytes } from 'node:crypto';
import { done, refused } from './tasks.js';

const QUOTE_VALID_FOR = 30 * 60_000;
const PAYEE = { id: 'press:cards', name: 'Node press' };
const FEN_PER_HUNDRED = 3_900;

const text = (description) => ({ type: 'string', minLength: 1, description });
const object = (properties, more) => ({
  type: 'object', properties, required: Object.keys(properties), additionalProperties: false, ...more,
});
const money = { ...object({ amount: { type: 'integer', description: 'Minor units (fen)' }, currency: text('ISO 4217') }) };
const line = object({ title: text('What'), quantity: { type: 'integer' }, unit: money, amount: money });
/** Marked: the engine records every quote it sees in an output, and consents are about quotes. */
const quote = object({
  quoteId: text('What press.card.order takes'),
  payee: object({ id: text('Stable id'), name: text('As shown') }),
  title: text('What it is, in one line'),
  lines: { type: 'array', items: line },
  total: money,
  validUntil: { type: 'string', format: 'date-time' },
  cancellation: { type: 'string' },
  details: { type: 'object' },
}, { 'x-errand-type': 'quote' });

const zh = (task, chinese, english) => (task.lang.startsWith('en') ? english : chinese);

async function giveQuote({ name, copies }, task) {
  const amount = Math.ceil(copies / 100) * FEN_PER_HUNDRED;
  const total = { amount, currency: 'CNY' };
  const title = `名片 ${copies}张 Visiting cards for ${name}`;
  const given = {
    quoteId: `q_${uuid7(task.now)}`,
    payee: PAYEE,
    title,
    lines: [{ title, quantity: 1, unit: total, amount: total }],
    total,
    validUntil: new Date(task.now.getTime() + QUOTE_VALID_FOR).toISOString(),
    cancellation: '开印前可全额退款。 Refunded in full until it is printed.',
    details: { name, copies },
  };
  await task.sql.query('insert into quote values ($1, $2, $3)', [given.quoteId, task.user, JSON.stringify(given)]);
  return done({ quote: given });
}

async function order({ quoteId }, task) {
  const { rows } = await task.sql.query('select body from quote where quote_id = $1 and user_id = $2', [quoteId, task.user]);
  if (rows.length === 0) {
    return refused('UNKNOWN_QUOTE', zh(task, `没有找到编号为“${quoteId}”的报价。`, `There is no quote '${quoteId}' of yours.`));
  }
  const ours = JSON.parse(rows[0].body);
  const agreed = task.items.get(quoteId);
  if (agreed.payee.id !== ours.payee.id || agreed.total.amount !== ours.total.amount || agreed.total.currency !== ours.total.currency) {
    return refused('NOT_AGREED', zh(task, `${ours.title}没有按这个收款方和金额得到确认，需要先确认。`,
      `${ours.title} was not agreed to with this payee and amount; agree to the quote first.`));
  }
  if (task.now >= new Date(ours.validUntil)) {
    return refused('QUOTE_EXPIRED', zh(task, `${ours.title}的报价已失效，请重新报价。`, `The quote for ${ours.title} expired; ask for a new quote.`));
  }
  const orderId = `O${createHash('sha256').update(task.id).digest('hex').slice(0, 20).toUpperCase()}`;
  await task.sql.query('insert into card_order values ($1, $2, $3, false)', [orderId, quoteId, task.user]);
  return done({ orderId, quoteId, title: ours.title, total: ours.total });
}

async function cancel({ orderId }, task) {
  const { rowCount } = await task.sql.query(
    'update card_order set cancelled = true where order_id = $1 and user_id = $2', [orderId, task.user]);
  if (rowCount === 0) {
    return refused('UNKNOWN_ORDER', zh(task, `没有找到编号为“${orderId}”的订单。`, `There is no order '${orderId}' of yours.`));
  }
  return done({ orderId, cancelled: true });
}

/** Sorts by time, as ids of quotes do. */
function uuid7(now) {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export const press = {
  name: 'press',
  version: '1',
  tables: `
    create table if not exists quote (quote_id text primary key, user_id text not null, body text not null);
    create table if not exists card_order (
      order_id text primary key, quote_id text not null references quote, user_id text not null, cancelled boolean not null)`,
  capabilities: [
    {
      name: 'press.card.quote',
      description: 'Quotes printed visiting cards (印名片), by name and number of copies',
      effect: 'READ',
      input: object({ name: text('Name on the card (姓名)'), copies: { type: 'integer', minimum: 1, maximum: 10_000, description: 'How many (张数)' } }),
      output: object({ quote }),
      handle: giveQuote,
    },
    {
      name: 'press.card.order',
      description: 'Orders quoted visiting cards (下单印名片) at the quoted price',
      effect: 'COMMIT',
      undo: 'press.card.cancel',
      input: object({ quoteId: text('From press.card.quote') }),
      output: object({ orderId: text('What press.card.cancel takes'), quoteId: text('The quote'), title: text('What'), total: money }),
      handle: order,
    },
    {
      name: 'press.card.cancel',
      description: 'Cancels an order of visiting cards (取消订单), with a full refund',
      effect: 'COMMIT',
      input: object({ orderId: text('From press.card.order') }),
      output: object({ orderId: text('The order'), cancelled: { type: 'boolean' } }),
      handle: cancel,
    },
  ],
};
