package errand.runtime.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Every property that begins with {@code errand.kafka.} goes to the Kafka clients as it is: {@code
 * errand.kafka.bootstrap.servers}, {@code errand.kafka.security.protocol}, …
 *
 * <p>What the user says wins over the defaults a caller gives; what a caller must not let anybody
 * change it puts into the returned map afterwards.
 *
 * @param kafka Kafka's own names without the prefix; {@code bootstrap.servers} is required
 */
@ConfigurationProperties("errand")
public record KafkaSettings(@Nullable Map<String, String> kafka) {

    private static final Set<String> OF_CONSUMERS = ConsumerConfig.configNames();
    private static final Set<String> OF_PRODUCERS = ProducerConfig.configNames();
    private static final Set<String> OF_ADMINS = AdminClientConfig.configNames();

    public KafkaSettings {
        kafka = kafka == null ? Map.of() : Map.copyOf(kafka);
        if (kafka.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "").isBlank()) {
            throw new MissingSetting(
                    "errand.kafka.bootstrap.servers",
                    "where the Kafka broker listens, such as 127.0.0.1:9092");
        }
    }

    public static KafkaSettings at(String bootstrapServers) {
        return new KafkaSettings(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    public String bootstrapServers() {
        return String.valueOf(kafka().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** The user's properties that a consumer or share consumer understands, over the defaults. */
    public Map<String, Object> consumer(Map<String, ?> defaults) {
        return over(defaults, OF_CONSUMERS);
    }

    /** The user's properties that a producer understands, over the defaults. */
    public Map<String, Object> producer(Map<String, ?> defaults) {
        return over(defaults, OF_PRODUCERS);
    }

    /** The user's properties that an admin client understands, over the defaults. */
    public Map<String, Object> admin(Map<String, ?> defaults) {
        return over(defaults, OF_ADMINS);
    }

    /** All of the user's properties over the defaults, for Kafka Streams with its prefixes. */
    public Map<String, Object> streams(Map<String, ?> defaults) {
        Map<String, Object> all = new LinkedHashMap<>(defaults);
        all.putAll(kafka());
        return all;
    }

    @Override
    public Map<String, String> kafka() {
        return kafka == null ? Map.of() : kafka;
    }

    private Map<String, Object> over(Map<String, ?> defaults, Set<String> own) {
        Map<String, Object> all = new LinkedHashMap<>(defaults);
        kafka().forEach(
                        (name, value) -> {
                            if (own.contains(name) || !known(name)) {
                                all.put(name, value);
                            }
                        });
        return all;
    }

    /**
     * Names that no client knows belong to plug-ins (interceptors, login modules): all get them.
     */
    private static boolean known(String name) {
        return OF_CONSUMERS.contains(name)
                || OF_PRODUCERS.contains(name)
                || OF_ADMINS.contains(name);
    }
}
