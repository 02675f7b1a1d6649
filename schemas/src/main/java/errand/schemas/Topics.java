package errand.schemas;

import errand.events.Admitted;
import errand.events.AgentAnnounced;
import errand.events.AgentLeft;
import errand.events.BookingMade;
import errand.events.CancelRequested;
import errand.events.ConsentAnswered;
import errand.events.ConversationAdvanced;
import errand.events.MaturitySet;
import errand.events.OrderPlaced;
import errand.events.PaymentCaptured;
import errand.events.PlanEnded;
import errand.events.PlanSubmitted;
import errand.events.ProgressMade;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.events.TimerDue;
import errand.events.TokenStreamed;
import errand.events.UserSaid;
import errand.schemas.registry.Compatibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * THE topic catalogue: every topic that services share. The engine's changelog is not in it: that
 * is Kafka Streams' own. Names are without the prefix of an installation; {@link TopicNames} adds
 * it.
 */
public final class Topics {

    /** Everything that can change a conversation, in one order. */
    public static final String INBOX = "conversation.inbox";

    /** The facts of each conversation, numbered without gaps. */
    public static final String EVENTS = "conversation.events";

    /** Tokens and fine progress. */
    public static final String STREAM = "conversation.stream";

    /** Plans that ended early, for every agent instance. */
    public static final String CANCELLATIONS = "task.cancellations";

    /** Which agents are here and what they can do. */
    public static final String DIRECTORY = "agent.directory";

    /** What happened in the businesses, for preferences and analytics. */
    public static final String BUSINESS_FACTS = "business.facts";

    static final Kept DEAD_LETTERS_KEPT = Kept.within(Duration.ofDays(30));

    private static final String TASK_REQUESTS = "task.requests.";
    static final String DEAD_LETTERS = ".dlt";
    private static final List<Topic> SHARED =
            List.of(
                    new Topic(
                            INBOX,
                            "conversation id",
                            Kept.forEver(),
                            List.of(
                                    UserSaid.class,
                                    PlanSubmitted.class,
                                    ConsentAnswered.class,
                                    CancelRequested.class,
                                    TaskSucceeded.class,
                                    TaskRefused.class,
                                    TaskFailed.class,
                                    TimerDue.class,
                                    Admitted.class)),
                    new Topic(
                            EVENTS,
                            "conversation id",
                            Kept.forEver(),
                            List.of(ConversationAdvanced.class)),
                    new Topic(
                            STREAM,
                            "conversation id",
                            Kept.within(Duration.ofHours(1)),
                            List.of(TokenStreamed.class, ProgressMade.class)),
                    new Topic(
                            CANCELLATIONS,
                            "plan id",
                            Kept.latestWithin(Duration.ofDays(7)),
                            List.of(PlanEnded.class)),
                    new Topic(
                            DIRECTORY,
                            "agent name",
                            Kept.latest(),
                            List.of(AgentAnnounced.class, AgentLeft.class, MaturitySet.class)),
                    new Topic(
                            BUSINESS_FACTS,
                            "user",
                            Kept.forEver(),
                            List.of(OrderPlaced.class, PaymentCaptured.class, BookingMade.class)));

    private Topics() {}

    /** Name of the topic with the tasks of an agent: {@code task.requests.<agent>}. */
    public static String taskRequests(String agent) {
        if (!canNameAnAgent(agent)) {
            throw new IllegalArgumentException(
                    "'%s' cannot name an agent: a name is lower-case letters, digits and '-', starting with a letter."
                            .formatted(agent));
        }
        return TASK_REQUESTS + agent;
    }

    /** {@code [a-z][a-z0-9-]*}, without a regular expression: it is asked for with every task. */
    private static boolean canNameAnAgent(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = (c >= '0' && c <= '9') || c == '-';
            if (!letter && (i == 0 || !other)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Name of the topic for what could not be handled: {@code <topic>.dlt}. */
    public static String deadLetters(String topic) {
        return topic + DEAD_LETTERS;
    }

    /** The topics that exist whatever agents there are, without their dead letters. */
    public static List<Topic> shared() {
        return SHARED;
    }

    /** The topic with the tasks of one agent. */
    public static Topic ofAgent(String agent) {
        return new Topic(
                taskRequests(agent),
                "task id",
                Kept.within(Duration.ofDays(7)),
                List.of(TaskRequested.class, TaskCancelled.class));
    }

    /** Everything that an installation with these agents needs, dead letters included. */
    public static List<Topic> of(Collection<String> agents) {
        List<Topic> topics = new ArrayList<>(SHARED);
        agents.forEach(agent -> topics.add(ofAgent(agent)));
        return withDeadLetters(topics);
    }

    /** The same topics, each followed by its dead letters. */
    public static List<Topic> withDeadLetters(Collection<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> List.of(topic, topic.deadLetters()).stream())
                .toList();
    }

    /**
     * The shared topic of that name; an unknown one is refused with the list of those there are.
     */
    public static Topic named(String name) {
        return SHARED.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no shared topic '%s'. There are: %s."
                                                .formatted(name, String.join(", ", names()))));
    }

    /**
     * The rule that new versions of a record keep. What holds a union of facts grows a branch with
     * every new fact, which older readers cannot read: there only new readers must read old
     * records.
     */
    public static Compatibility compatibility(Class<? extends SpecificRecord> record) {
        return record == ConversationAdvanced.class
                ? Compatibility.BACKWARD_TRANSITIVE
                : Compatibility.FULL_TRANSITIVE;
    }

    private static List<String> names() {
        return SHARED.stream().map(Topic::name).toList();
    }
}
