// Prints the partition, of so many, that each key goes to: node partitions.js COUNT KEY…
import { Partitioners } from 'kafkajs';

const [count, ...keys] = process.argv.slice(2);
const partitionMetadata = Array.from({ length: Number(count) }, (_, partitionId) => ({ partitionId, leader: 1 }));
const partition = Partitioners.DefaultPartitioner();
for (const key of keys) console.log(partition({ topic: 't', partitionMetadata, message: { key } }));
