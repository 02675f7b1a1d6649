// Everything that touches Kafka and the schema registry; knows nothing of what a task means.
import { randomBytes, randomUUID } from 'node:crypto';
import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

const { CompressionCodecs, CompressionTypes, Kafka, Partitioners, logLevel } = kafkajs;

// The engine writes with lz4, which kafkajs leaves to others. What we send is not compressed.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const INBOX = 'conversation.inbox';
const DIRECTORY = 'agent.directory';
const CANCELLATIONS = 'task.cancellations';
const DAY = 86_400_000;
const HEARTBEAT_EVERY = 3_000;

export class Wire {
  #topics;
  #schemas = new Map();

  constructor(settings, agent) {
    this.settings = settings;
    this.agent = agent;
    this.kafka = new Kafka({ clientId: `agent-${agent}`, brokers: settings.brokers, logLevel: logLevel.WARN });
    this.registry = new SchemaRegistry({ host: settings.registry });
    // Java's murmur2 over the UTF-8 bytes of the key: the engine owns conversations by partition, and a reply
    // anywhere else is never seen. kafkajs calls it DefaultPartitioner; LegacyPartitioner is another hash.
    this.producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
    });
    this.#topics = { tasks: this.#named(`task.requests.${agent}`) };
  }

  #named(topic) {
    return this.settings.prefix + topic;
  }

  /** Topics and schemas that must be there before the first task: as docs/reference/topics.md says. */
  async prepare() {
    const admin = this.kafka.admin();
    await admin.connect();
    const { partitions, replicationFactor } = this.settings;
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        { topic: this.#topics.tasks, numPartitions: partitions, replicationFactor, configEntries: kept(7 * DAY) },
        {
          topic: `${this.#topics.tasks}.dlt`,
          numPartitions: 1,
          replicationFactor,
          configEntries: [...kept(30 * DAY), { name: 'max.message.bytes', value: '1310720' }],
        },
      ],
    });
    await admin.disconnect();
    for (const record of ['TaskRequested', 'TaskCancelled']) await this.#register(record);
  }

  /** The engine looks its schemas up under the agent's own topic. They are those of the planner's. */
  async #register(record) {
    const text = await this.#latest(`${this.#named('task.requests.planner')}-errand.events.${record}`);
    const subject = `${this.#topics.tasks}-errand.events.${record}`;
    const schema = { type: SchemaType.AVRO, schema: text };
    await this.registry.register(schema, { subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE });
  }

  async #latest(subject) {
    const answer = await fetch(`${this.settings.registry}/subjects/${encodeURIComponent(subject)}/versions/latest`);
    if (!answer.ok) throw new Error(`The registry has no '${subject}' (${answer.status}): does Errand run?`);
    return (await answer.json()).schema;
  }

  async connect() {
    await this.producer.connect();
  }

  /** Every instance reads it whole and by itself, so each has a group of its own; being late costs work only. */
  async readEndedPlans(ended) {
    this.endings = this.kafka.consumer({ groupId: `agent-${this.agent}-endings-${randomUUID()}` });
    await this.endings.connect();
    await this.endings.subscribe({ topic: this.#named(CANCELLATIONS), fromBeginning: true });
    await this.endings.run({ eachMessage: async ({ message }) => ended(message.key.toString()) });
  }

  /** One task after the other in each partition; a record is committed when all that follows from it is sent. */
  async takeTasks(attend) {
    this.tasks = this.kafka.consumer({ groupId: `agent-${this.agent}`, sessionTimeout: 30_000 });
    await this.tasks.connect();
    await this.tasks.subscribe({ topic: this.#topics.tasks, fromBeginning: true });
    await this.tasks.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message, heartbeat }) => {
        const alive = setInterval(() => heartbeat().catch(() => {}), HEARTBEAT_EVERY);
        try {
          const where = { topic, partition, offset: message.offset };
          await attend({ ...(await this.#decode(message.value)), message, where });
          const offset = String(BigInt(message.offset) + 1n);
          await this.tasks.commitOffsets([{ topic, partition, offset }]);
        } finally {
          clearInterval(alive);
        }
      },
    });
  }

  /** Confluent wire format: a zero byte, the schema id in four bytes, Avro. The schema names the record. */
  async #decode(value) {
    if (!value || value.length < 5 || value[0] !== 0) return { broken: 'Not in the Confluent wire format.' };
    const schema = await this.registry.getSchema(value.readInt32BE(1));
    try {
      return { type: schema.name.split('.').at(-1), record: await this.registry.decode(value) };
    } catch (error) {
      return { broken: error.message };
    }
  }

  async #encode(topic, type, record) {
    const subject = `${topic}-errand.events.${type}`;
    if (!this.#schemas.has(subject)) this.#schemas.set(subject, await this.registry.getLatestSchemaId(subject));
    return this.registry.encode(this.#schemas.get(subject), record);
  }

  async #send(topic, message) {
    await this.producer.send({ topic, acks: -1, messages: [message] });
  }

  /** To the conversation that asked: its id is the key. */
  async reply({ type, record }, cause) {
    const topic = this.#named(INBOX);
    const value = await this.#encode(topic, type, record);
    await this.#send(topic, { key: record.conversationId, value, headers: trail(cause.headers, record) });
  }

  /** In the directory. */
  async tell(type, record) {
    const topic = this.#named(DIRECTORY);
    await this.#send(topic, { key: record.agent, value: await this.#encode(topic, type, record) });
  }

  /** A record that could not be handled, with its bytes as they were, where an operator looks. */
  async putAside(message, { topic, partition, offset }, why, text) {
    const headers = {
      ...message.headers,
      'errand-why': why,
      'errand-message': text,
      'errand-where': `${topic}-${partition}@${offset}`,
      'errand-attempts': '1',
    };
    await this.#send(`${topic}.dlt`, { key: message.key, value: message.value, headers });
  }

  async stopTaking() {
    await this.tasks.disconnect();
  }

  async disconnect() {
    await Promise.all([this.endings.disconnect(), this.producer.disconnect()]);
  }
}

function kept(millis) {
  return [
    { name: 'cleanup.policy', value: 'delete' },
    { name: 'retention.ms', value: String(millis) },
  ];
}

/** Ties a record to what caused it: the same W3C trace with a span of its own, and both event ids. */
function trail(before, record) {
  const headers = { 'errand-event-id': record.id };
  headers['errand-caused-by'] = before?.['errand-event-id']?.toString() ?? record.taskId;
  const trace = before?.traceparent?.toString().split('-');
  if (trace?.length >= 4) {
    trace[2] = randomBytes(8).toString('hex');
    headers.traceparent = trace.join('-');
  }
  return headers;
}
