package errand.orchestrator.engine;

import errand.orchestrator.conversation.Conversation;
import errand.runtime.settings.TopicSettings;

/**
 * A conversation as the running engine holds it, read from the changelog of its store.
 *
 * @param applied inbox offset of the last input in it
 */
public record Live(long applied, Conversation conversation) {

    /** The compacted topic that backs the store, prefix included. */
    public static String topic(TopicSettings topics) {
        return StreamsSettings.applicationId(topics)
                + "-"
                + ConversationProcessor.STORE
                + "-changelog";
    }

    /** A value of that topic. */
    public static Live read(byte[] value) {
        Stored stored = StoredFormat.read(value);
        return new Live(stored.applied(), stored.kept());
    }
}
