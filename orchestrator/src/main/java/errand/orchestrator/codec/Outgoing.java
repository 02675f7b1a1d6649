package errand.orchestrator.codec;

import org.apache.avro.specific.SpecificRecord;

/**
 * A message that follows from facts.
 *
 * @param topic logical topic name, without prefix
 * @param key record key
 */
public record Outgoing(String topic, String key, SpecificRecord message) {}
