package errand.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class TopicCatalogIT {

    @TempDir static Path data;

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(data);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void creates_what_is_missing_as_the_catalogue_says_and_then_leaves_it() throws Exception {
        TopicOptions options = new TopicOptions("a.", 3, (short) 1, true);
        List<Topic> topics = Topics.of(List.of("fliggy"));
        new TopicCatalog(admin, options).ensure(topics);
        new TopicCatalog(admin, new TopicOptions("a.", 9, (short) 1, true)).ensure(topics);
        assertThat(partitions("a.conversation.inbox")).isEqualTo(3);
        assertThat(partitions("a.conversation.inbox.dlt")).isEqualTo(1);
        assertThat(settings("a.conversation.inbox"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
        assertThat(settings("a.task.cancellations"))
                .containsEntry("cleanup.policy", "compact,delete")
                .containsEntry("retention.ms", "604800000");
        assertThat(settings("a.agent.directory")).containsEntry("cleanup.policy", "compact");
        assertThat(settings("a.conversation.stream")).containsEntry("retention.ms", "3600000");
    }

    @Test
    void many_services_may_create_the_same_topics_at_once() throws Exception {
        TopicOptions options = new TopicOptions("b.", 1, (short) 1, true);
        Callable<Boolean> service =
                () -> {
                    new TopicCatalog(admin, options).ensure(Topics.shared());
                    return true;
                };
        try (var services = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> done =
                    new ArrayList<>(
                            services.invokeAll(List.of(service, service, service, service)));
            for (Future<Boolean> one : done) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void a_missing_topic_that_may_not_be_created_is_named_with_what_to_do() {
        TopicOptions options = new TopicOptions("c.", 4, (short) 1, false);
        TopicCatalog catalog = new TopicCatalog(admin, options);
        assertThatThrownBy(() -> catalog.ensure(List.of(Topics.named(Topics.INBOX))))
                .isInstanceOf(WrongTopics.class)
                .hasMessage(
                        """
                        Topics are missing and errand.topics.create=false: c.conversation.inbox.
                        Create them, or set errand.topics.create=true:
                          kafka-topics.sh --bootstrap-server $BROKER --create --topic c.conversation.inbox --partitions 4 --replication-factor 1 --config cleanup.policy=delete --config retention.ms=-1\
                        """);
    }

    @Test
    void a_topic_that_would_lose_records_is_refused_and_one_that_keeps_more_is_not()
            throws Exception {
        create("d.conversation.inbox", Map.of("retention.ms", "1000"));
        create("d.agent.directory", Map.of("cleanup.policy", "delete"));
        create("d.conversation.stream", Map.of("retention.ms", "-1"));
        TopicCatalog catalog = new TopicCatalog(admin, new TopicOptions("d.", 4, (short) 1, true));
        assertThatThrownBy(() -> catalog.ensure(Topics.shared()))
                .isInstanceOf(WrongTopics.class)
                .hasMessage(
                        """
                        Topics are kept otherwise than Errand needs:
                          'd.conversation.inbox' has retention.ms=1000, it needs -1: kafka-configs.sh --bootstrap-server $BROKER --alter --topic d.conversation.inbox --add-config 'retention.ms=[-1]'
                          'd.agent.directory' has cleanup.policy=delete, it needs compact: kafka-configs.sh --bootstrap-server $BROKER --alter --topic d.agent.directory --add-config 'cleanup.policy=[compact]'\
                        """);
        assertThatCode(() -> catalog.ensure(List.of(Topics.named(Topics.STREAM))))
                .doesNotThrowAnyException();
    }

    private static void create(String name, Map<String, String> settings) throws Exception {
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.of((short) 1));
        admin.createTopics(List.of(topic.configs(settings))).all().get();
    }

    private static int partitions(String topic) throws Exception {
        var described = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
        return Objects.requireNonNull(described).get().partitions().size();
    }

    private static Map<String, String> settings(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> settings = new HashMap<>();
        var described = admin.describeConfigs(List.of(resource)).values().get(resource);
        Objects.requireNonNull(described)
                .get()
                .entries()
                .forEach(entry -> settings.put(entry.name(), entry.value()));
        return settings;
    }
}
