// Where everything is, from the environment: the names that Errand's own services read.
const env = process.env;

export const settings = {
  brokers: required('ERRAND_KAFKA_BOOTSTRAP_SERVERS').split(','),
  registry: required('ERRAND_REGISTRY_URL').replace(/\/$/, ''),
  database: required('DATABASE_URL'),
  prefix: env.ERRAND_TOPICS_PREFIX ?? '',
  partitions: Number(env.ERRAND_AGENT_PARTITIONS ?? 4),
  replicationFactor: Number(env.ERRAND_TOPICS_REPLICATION_FACTOR ?? 1),
};

// Deadlines are business time. It is system time unless the installation was started with a clock of its own.
const ahead = env.ERRAND_CLOCK_START ? Date.parse(env.ERRAND_CLOCK_START) - Date.now() : 0;

export const clock = () => new Date(Date.now() + ahead);

function required(name) {
  const value = env[name];
  if (!value) {
    console.error(`${name} is not set. ./errand status shows the addresses of what runs.`);
    process.exit(2);
  }
  return value;
}
