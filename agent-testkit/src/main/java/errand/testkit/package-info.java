/** What proves an agent right without Kafka: contract, harness, tasks, clock, database. */
@NullMarked
package errand.testkit;

import org.jspecify.annotations.NullMarked;
