package errand.orchestrator.web;

import errand.orchestrator.directory.Agents;
import errand.orchestrator.directory.KafkaDirectory;
import errand.orchestrator.directory.Maturities;
import errand.orchestrator.view.Conversations;
import errand.orchestrator.view.MandateList;
import errand.orchestrator.view.Plans;
import errand.orchestrator.view.RequestKeys;
import errand.orchestrator.web.stream.History;
import errand.orchestrator.web.stream.PastFacts;
import errand.orchestrator.web.stream.Streams;
import errand.orchestrator.web.stream.Tail;
import errand.orchestrator.web.stream.Verdicts;
import errand.runtime.settings.KafkaSettings;
import errand.schemas.TopicNames;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroDeserializer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the web part together. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration {

    @Bean
    Agents agents() {
        return new Agents();
    }

    @Bean
    KafkaDirectory kafkaDirectory(
            KafkaSettings kafka, TopicNames names, SchemaRegistry registry, Agents agents) {
        return new KafkaDirectory(kafka, names, registry, agents);
    }

    @Bean
    Maturities maturities(
            KafkaSettings kafka, TopicNames names, SchemaRegistry registry, Agents agents) {
        return new Maturities(kafka, names, registry, agents);
    }

    @Bean
    HealthIndicator directoryHealthIndicator(KafkaDirectory directory) {
        return () ->
                directory.read()
                        ? Health.up().build()
                        : Health.down()
                                .withDetail("reason", "The directory is not read yet.")
                                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    Drafts drafts(Agents agents, MandateList mandates, Clock clock) {
        return new DirectoryDrafts(agents, mandates, clock);
    }

    @Bean
    Inbox inbox(KafkaSettings kafka, TopicNames names, SchemaRegistry registry) {
        return new Inbox(kafka, names, registry);
    }

    @Bean
    Accepted accepted() {
        return new Accepted();
    }

    @Bean
    Handing handing(Inbox inbox, Accepted accepted, Clock clock) {
        return new Handing(inbox, accepted, clock);
    }

    @Bean
    Lookup lookup(
            Plans plans,
            Conversations conversations,
            Accepted accepted,
            KafkaSettings kafka,
            TopicNames names,
            SchemaRegistry registry) {
        return new Lookup(plans, conversations, accepted, new Submissions(kafka, names, registry));
    }

    @Bean
    Tail tail(KafkaSettings kafka, TopicNames names) {
        return new Tail(kafka, names);
    }

    @Bean
    HealthIndicator tailHealthIndicator(Tail tail) {
        return () -> tail.reading() ? Health.up().build() : Health.down().build();
    }

    @Bean
    History history(KafkaSettings kafka, TopicNames names) {
        return new History(kafka, names);
    }

    @Bean
    Streams streams(
            Tail tail,
            History history,
            Conversations conversations,
            SchemaRegistry registry,
            MeterRegistry meters) {
        Gauge.builder("errand_sse_clients", tail, Tail::size).register(meters);
        return new Streams(tail, history, conversations, new AvroDeserializer(registry));
    }

    @Bean
    Verdicts verdicts(Tail tail, Streams streams) {
        return new Verdicts(tail, streams);
    }

    @Bean
    PastFacts pastFacts(History history, Streams streams) {
        return new PastFacts(history, streams);
    }

    @Bean
    Goodbye goodbye(Tail tail) {
        return new Goodbye(tail);
    }

    @Bean
    KeySweep keySweep(RequestKeys keys) {
        return new KeySweep(keys);
    }

    @Bean
    FilterRegistrationBean<Gate> gate(WebSettings settings) {
        FilterRegistrationBean<Gate> filter = new FilterRegistrationBean<>(new Gate(settings));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Idempotency> idempotency(RequestKeys keys) {
        FilterRegistrationBean<Idempotency> filter =
                new FilterRegistrationBean<>(new Idempotency(keys));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }
}
