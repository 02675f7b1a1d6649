package errand.schemas;

/**
 * The names of topics in one installation: those of {@link Topics}, after a prefix.
 *
 * @param prefix {@code errand.topics.prefix}; empty, or what stands before every name, such as
 *     {@code team-a.}
 */
public record TopicNames(String prefix) {

    public String inbox() {
        return of(Topics.INBOX);
    }

    public String events() {
        return of(Topics.EVENTS);
    }

    public String stream() {
        return of(Topics.STREAM);
    }

    public String cancellations() {
        return of(Topics.CANCELLATIONS);
    }

    public String directory() {
        return of(Topics.DIRECTORY);
    }

    public String businessFacts() {
        return of(Topics.BUSINESS_FACTS);
    }

    public String taskRequests(String agent) {
        return of(Topics.taskRequests(agent));
    }

    /** The name of a topic here. */
    public String of(Topic topic) {
        return of(topic.name());
    }

    /** The name here of a topic that the catalogue names so. */
    public String of(String name) {
        return prefix + name;
    }
}
