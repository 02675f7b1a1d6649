package errand.orchestrator.replay;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the topics hold that are keyed by conversation. */
public interface Records {

    /**
     * The records of a conversation in a topic, oldest first, up to what was the topic's end at
     * some moment after the call began.
     */
    List<ConsumerRecord<byte[], byte[]>> of(String topic, String conversationId);
}
