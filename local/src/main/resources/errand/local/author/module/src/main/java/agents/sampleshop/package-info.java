/** The sample-shop agent: one business, and nothing of Kafka, plans or other agents. */
@NullMarked
package agents.sampleshop;

import org.jspecify.annotations.NullMarked;
