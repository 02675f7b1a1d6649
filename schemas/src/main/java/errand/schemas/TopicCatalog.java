package errand.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the broker's topics what {@link Topics} says: creates missing ones, refuses wrong ones.
 * Safe when many services do it at once. Never changes a topic that exists.
 */
public final class TopicCatalog {

    private static final long ANSWER_WITHIN_SECONDS = 60;

    private final Admin admin;
    private final TopicOptions options;
    private final TopicNames names;

    /** The caller keeps the admin client and closes it. */
    public TopicCatalog(Admin admin, TopicOptions options) {
        this.admin = admin;
        this.options = options;
        this.names = options.names();
    }

    /**
     * Creates those topics that are missing and checks those that exist; returns when all of them
     * can be written to.
     *
     * @throws WrongTopics with a line per topic that is missing and may not be created, or that is
     *     kept otherwise than the catalogue says
     */
    public void ensure(Collection<Topic> topics) {
        Map<String, Config> existing = settingsOfExisting(topics);
        List<Topic> missing =
                topics.stream().filter(topic -> !existing.containsKey(names.of(topic))).toList();
        if (!missing.isEmpty() && !options.create()) {
            throw new WrongTopics(missingText(missing));
        }
        List<String> faults =
                topics.stream()
                        .flatMap(topic -> faults(topic, existing.get(names.of(topic))).stream())
                        .toList();
        if (!faults.isEmpty()) {
            throw new WrongTopics(
                    "Topics are kept otherwise than Errand needs:\n  "
                            + String.join("\n  ", faults));
        }
        create(missing);
        new Leaders(admin).await(topics.stream().map(names::of).toList());
    }

    private void create(Collection<Topic> missing) {
        if (missing.isEmpty()) {
            return;
        }
        List<NewTopic> wanted = missing.stream().map(this::asNewTopic).toList();
        for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
            unlessAbsent(created, TopicExistsException.class);
        }
    }

    private NewTopic asNewTopic(Topic topic) {
        return new NewTopic(names.of(topic), topic.partitions(options), options.replicationFactor())
                .configs(topic.kept().settings());
    }

    private Map<String, Config> settingsOfExisting(Collection<Topic> topics) {
        Set<String> present = answer(admin.listTopics().names()).orElseThrow();
        List<ConfigResource> resources =
                topics.stream()
                        .map(names::of)
                        .filter(present::contains)
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<String, Config> existing = new HashMap<>();
        admin.describeConfigs(resources)
                .values()
                .forEach(
                        (resource, config) ->
                                unlessAbsent(config, UnknownTopicOrPartitionException.class)
                                        .ifPresent(found -> existing.put(resource.name(), found)));
        return existing;
    }

    private List<String> faults(Topic topic, @Nullable Config config) {
        if (config == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        String policy = config.get("cleanup.policy").value();
        boolean compacted = policy.contains("compact");
        if (compacted != topic.kept().compacted()) {
            faults.add(fault(topic, "cleanup.policy", policy, topic.kept().cleanupPolicy()));
        }
        long retention = Long.parseLong(config.get("retention.ms").value());
        boolean ages = policy.contains("delete") && topic.kept().cleanupPolicy().contains("delete");
        if (ages && isShorter(retention, topic.kept().retentionMillis())) {
            String wanted = Long.toString(topic.kept().retentionMillis());
            faults.add(fault(topic, "retention.ms", Long.toString(retention), wanted));
        }
        return faults;
    }

    private static boolean isShorter(long retention, long wanted) {
        return retention >= 0 && (wanted < 0 || retention < wanted);
    }

    private String fault(Topic topic, String setting, String is, String wanted) {
        String name = names.of(topic);
        return "'%s' has %s=%s, it needs %s: kafka-configs.sh --bootstrap-server $BROKER --alter --topic %s --add-config '%s=[%s]'"
                .formatted(name, setting, is, wanted, name, setting, wanted);
    }

    private String missingText(List<Topic> missing) {
        List<String> commands =
                missing.stream().map(topic -> TopicSheet.creation(topic, options)).toList();
        return "Topics are missing and errand.topics.create=false: %s.\nCreate them, or set errand.topics.create=true:\n  %s"
                .formatted(
                        String.join(", ", missing.stream().map(names::of).toList()),
                        String.join("\n  ", commands));
    }

    private static <T> Optional<T> unlessAbsent(
            KafkaFuture<T> future, Class<? extends Exception> absence) {
        try {
            return answer(future);
        } catch (KafkaException failed) {
            if (absence.isInstance(failed.getCause())) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static <T> Optional<T> answer(KafkaFuture<T> future) {
        try {
            return Optional.ofNullable(future.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            throw new KafkaException(
                    "The broker did not do it: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new KafkaException(
                    "The broker did not answer within %d s.".formatted(ANSWER_WITHIN_SECONDS),
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the broker.", interrupted);
        }
    }
}
