// Prints each record of a topic, from the beginning, as a line of JSON: node read.js BROKER REGISTRY TOPIC COUNT
import { Kafka, logLevel } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const [broker, host, topic, count] = process.argv.slice(2);
const registry = new SchemaRegistry({ host });
const kafka = new Kafka({ clientId: 'node-reader', brokers: [broker], logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `node-reader-${process.pid}` });

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });

let left = Number(count);
await new Promise((done, failed) => {
  consumer.run({
    eachMessage: async ({ message }) => {
      try {
        const value = message.value === null ? null : await registry.decode(message.value);
        console.log(JSON.stringify({ key: message.key?.toString(), value }, (_, v) =>
          typeof v === 'bigint' ? Number(v) : v));
      } catch (error) {
        failed(error);
      }
      if (--left === 0) done();
    },
  }).catch(failed);
});
await consumer.disconnect();
