package errand.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.moments.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(SettingsAutoConfiguration.class))
                    .withPropertyValues(
                            "errand.kafka.bootstrap.servers=127.0.0.1:9092",
                            "errand.registry.url=http://127.0.0.1:8081");

    @Test
    void says_what_holds_when_nothing_is_said() {
        service.run(
                context -> {
                    assertThat(context.getBean(TopicSettings.class))
                            .isEqualTo(new TopicSettings("", (short) 1, 4, true));
                    assertThat(context.getBean(KafkaSettings.class).bootstrapServers())
                            .isEqualTo("127.0.0.1:9092");
                    assertThat(context.getBean(RegistrySettings.class).url())
                            .isEqualTo("http://127.0.0.1:8081");
                    assertThat(context).hasSingleBean(Moments.class).hasSingleBean(Clock.class);
                });
    }

    @Test
    void passes_any_client_property_to_the_clients_that_know_it() {
        service.withPropertyValues(
                        "errand.kafka.security.protocol=SASL_SSL",
                        "errand.kafka.linger.ms=7",
                        "errand.kafka.fetch.min.bytes=3",
                        "errand.kafka.my.login.module=x")
                .run(
                        context -> {
                            KafkaSettings kafka = context.getBean(KafkaSettings.class);
                            assertThat(kafka.producer(Map.of("linger.ms", "0", "acks", "all")))
                                    .containsEntry("linger.ms", "7")
                                    .containsEntry("acks", "all")
                                    .containsEntry("security.protocol", "SASL_SSL")
                                    .containsEntry("my.login.module", "x")
                                    .doesNotContainKey("fetch.min.bytes");
                            assertThat(kafka.consumer(Map.of()))
                                    .containsEntry("fetch.min.bytes", "3")
                                    .doesNotContainKey("linger.ms");
                        });
    }

    @Test
    void takes_topic_settings_from_outside() {
        service.withPropertyValues(
                        "errand.topics.prefix=team1.",
                        "errand.topics.replication-factor=3",
                        "errand.topics.partitions=12",
                        "errand.topics.create=false")
                .run(
                        context ->
                                assertThat(context.getBean(TopicSettings.class))
                                        .isEqualTo(
                                                new TopicSettings("team1.", (short) 3, 12, false)));
    }

    @Test
    void refuses_settings_that_cannot_be() {
        service.withPropertyValues("errand.topics.prefix=a b")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining(
                                                "errand.topics.prefix 'a b' may hold letters, digits"));
        service.withPropertyValues("errand.registry.url=")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessage(
                                                "Setting 'errand.registry.url' is missing: where the schema registry listens, such as http://127.0.0.1:8081."));
    }

    @Test
    void offers_nothing_to_an_application_that_does_not_say_where_kafka_is() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SettingsAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(KafkaSettings.class));
    }

    @Test
    void a_clock_can_start_elsewhere_and_be_moved_forward_only() {
        service.withPropertyValues("errand.clock.start=2026-11-23T02:00:00Z")
                .run(
                        context -> {
                            ErrandClock clock = context.getBean(ErrandClock.class);
                            Instant start = Instant.parse("2026-11-23T02:00:00Z");
                            assertThat(clock.instant()).isBetween(start, start.plusSeconds(60));
                            clock.forward(Duration.ofHours(2));
                            assertThat(clock.instant())
                                    .isBetween(start.plusSeconds(7200), start.plusSeconds(7260));
                        });
    }

    @Test
    void a_clock_does_not_go_back() {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> ErrandClock.system().forward(Duration.ofMinutes(-5))))
                .hasMessage("The clock cannot go back by PT5M; it can only be moved forward.");
    }
}
