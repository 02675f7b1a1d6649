package errand.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import errand.embedded.EmbeddedBroker;
import errand.embedded.PostgresServer;
import errand.embedded.RecordLimit;
import errand.embedded.registry.RegistryServer;
import errand.events.ConversationAdvanced;
import errand.orchestrator.OrchestratorApplication;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.planner.playbook.Playbooks;
import errand.orchestrator.view.Story;
import errand.runtime.settings.KafkaSettings;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Broker, registry and PostgreSQL for real, and the orchestrator on them without its engine. */
final class Stand implements AutoCloseable {

    final EmbeddedBroker broker;
    final RegistryServer registry;
    final PostgresServer postgres;
    final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerializer avro;
    private ConfigurableApplicationContext service;

    private Stand(Path data) throws IOException {
        broker = EmbeddedBroker.start(data.resolve("broker"));
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        postgres = PostgresServer.start(data.resolve("pg"));
        service = begin();
        producer =
                new KafkaProducer<>(
                        KafkaSettings.at(broker.bootstrapServers()).producer(Map.of()),
                        new StringSerializer(),
                        new ByteArraySerializer());
        avro = new AvroSerializer(SchemaRegistry.at(registry.url()));
    }

    /** One that takes requests. */
    static Stand ready(Path data) throws Exception {
        Stand stand = new Stand(data);
        until(() -> stand.get("/actuator/health/readiness").statusCode() == 200);
        return stand;
    }

    /** Takes every plan with a goal: what is checked, the drafts' own tests show. */
    @Configuration(proxyBeanMethods = false)
    static class EasyDrafts {

        @Bean
        Playbooks playbooks() {
            return Playbooks.with(null);
        }

        @Bean
        @Primary
        Drafts easyDrafts() {
            return new Drafts() {
                @Override
                public Checked own(ObjectNode draft, String planId, String user, String lang) {
                    return check(draft, planId, user, lang);
                }

                @Override
                public Checked check(ObjectNode draft, String planId, String user, String lang) {
                    if (draft.path("goal").isString()) {
                        PlanSpec spec = Story.spec(planId);
                        return new Checked.Accepted(
                                new PlanSpec(
                                        planId,
                                        user,
                                        lang,
                                        draft.path("goal").asString(),
                                        spec.budget(),
                                        spec.in(),
                                        spec.steps(),
                                        spec.manifests()));
                    }
                    return new Checked.Rejected(
                            List.of(
                                    new Problem.Fault("/goal", "REQUIRED", "is missing"),
                                    new Problem.Fault("/steps", "REQUIRED", "is missing")));
                }

                @Override
                public Object preview(PlanSpec plan) {
                    return Map.of("goal", plan.goal());
                }
            };
        }
    }

    private ConfigurableApplicationContext begin(String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--spring.config.name=orchestrator",
                                "--spring.main.allow-bean-definition-overriding=true",
                                "--server.port=0",
                                "--errand.engine.enabled=false",
                                "--management.endpoint.health.group.readiness.include=readinessState,directory,view,tail",
                                "--errand.kafka.bootstrap.servers=" + broker.bootstrapServers(),
                                "--errand.registry.url=" + registry.url(),
                                "--spring.datasource.url=" + postgres.jdbcUrl(),
                                "--spring.datasource.username=" + postgres.username(),
                                "--spring.datasource.password=" + postgres.password()));
        args.addAll(List.of(more));
        return new SpringApplicationBuilder(OrchestratorApplication.class, EasyDrafts.class)
                .bannerMode(Banner.Mode.OFF)
                .run(args.toArray(String[]::new));
    }

    void restart(String... more) {
        service.close();
        service = begin(more);
    }

    void stopService() {
        service.close();
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    RecordMetadata write(ConversationAdvanced record) {
        return write(Topics.EVENTS, record.getConversationId(), record);
    }

    RecordMetadata write(String topic, String key, SpecificRecord record) {
        try {
            return producer.send(new ProducerRecord<>(topic, key, avro.serialize(topic, record)))
                    .get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Without waiting for each. */
    void writeAll(List<ConversationAdvanced> records) {
        for (ConversationAdvanced record : records) {
            var unused =
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.EVENTS,
                                    record.getConversationId(),
                                    avro.serialize(Topics.EVENTS, record)));
        }
        producer.flush();
    }

    /** Makes the inbox refuse larger records. */
    void limitInbox(int bytes) throws Exception {
        RecordLimit.set(broker.bootstrapServers(), Topics.INBOX, bytes);
    }

    URI uri(String path) {
        String port = service.getEnvironment().getProperty("local.server.port", "0");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Until it is so, within 30 s. */
    static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("It did not come true within 30 s");
            }
            Thread.sleep(20);
        }
    }

    static String conversation() {
        return "c_" + Ids.next();
    }

    static String plan() {
        return "p_" + Ids.next();
    }

    String state(String planId) throws Exception {
        return json(get("/api/plans/" + planId)).path("state").asString("");
    }

    /** An answer of this status that is a problem with all that belongs to one. */
    static void check(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        for (String property : List.of("type", "title", "detail")) {
            assertThat(problem.path(property).asString("")).as(property).isNotBlank();
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** All rows of a query as one text. */
    String rows(String sql) throws Exception {
        StringBuilder text = new StringBuilder();
        try (var connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl() + "?currentSchema=orchestrator",
                                postgres.username(),
                                postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(rows.getString(i)).append('|');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws Exception {
        producer.close();
        service.close();
        registry.close();
        broker.close();
        postgres.close();
    }
}
