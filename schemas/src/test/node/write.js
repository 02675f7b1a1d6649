// Writes one record with the latest schema of a subject: node write.js BROKER REGISTRY TOPIC SUBJECT KEY JSON
import { Kafka, logLevel } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const [broker, host, topic, subject, key, json] = process.argv.slice(2);
const registry = new SchemaRegistry({ host });
const kafka = new Kafka({ clientId: 'node-writer', brokers: [broker], logLevel: logLevel.ERROR });
const producer = kafka.producer({ allowAutoTopicCreation: false });

await producer.connect();
const id = await registry.getLatestSchemaId(subject);
const value = await registry.encode(id, JSON.parse(json));
await producer.send({ topic, messages: [{ key, value }] });
await producer.disconnect();
