package errand.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.embedded.EmbeddedBroker;
import errand.embedded.FreePort;
import errand.embedded.registry.RegistryServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("integration")
class EmbeddedRegistryIT extends RegistryContract {

    private static final int MANY = 40;

    @TempDir static Path data;

    private static EmbeddedBroker broker;
    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedBroker.start(data);
        server = RegistryServer.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        broker.close();
    }

    @Override
    String url() {
        return server.url();
    }

    @Test
    void ids_survive_a_restart() throws IOException {
        Schema schema = numbered("Kept", 1);
        int id;
        try (RegistryServer first = RegistryServer.start(broker.bootstrapServers(), 0)) {
            SchemaRegistry client = new SchemaRegistry(first.url());
            id = client.register("kept-errand.test.Kept", schema);
            client.setCompatibility("kept-errand.test.Kept", Compatibility.FORWARD);
        }
        try (RegistryServer second = RegistryServer.start(broker.bootstrapServers(), 0)) {
            SchemaRegistry client = new SchemaRegistry(second.url());
            assertThat(client.idOf("kept-errand.test.Kept", schema)).isEqualTo(id);
            assertThat(client.schema(id)).isEqualTo(schema);
            assertThat(client.compatibility("kept-errand.test.Kept"))
                    .contains(Compatibility.FORWARD);
        }
    }

    @Test
    void two_registries_at_once_never_give_two_ids_to_a_schema_or_one_id_to_two() throws Exception {
        try (RegistryServer other = RegistryServer.start(broker.bootstrapServers(), 0);
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Integer>>> services = new ArrayList<>();
            for (String url : List.of(url(), other.url(), url(), other.url())) {
                long seed = services.size();
                services.add(() -> registerMany(new SchemaRegistry(url), new Random(seed)));
            }
            HashSet<List<Integer>> answers = new HashSet<>();
            for (Future<List<Integer>> answer : threads.invokeAll(services)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
            assertThat(answers.iterator().next()).doesNotHaveDuplicates();
        }
        for (int number = 0; number < MANY; number++) {
            assertThat(get("/subjects/race-" + number + "/versions").body()).hasSize(1);
        }
    }

    /** Ids by number of the schema; each service goes through them in an order of its own. */
    private static List<Integer> registerMany(SchemaRegistry client, Random order) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, MANY).boxed().toList());
        Collections.shuffle(numbers, order);
        Map<Integer, Integer> ids = new TreeMap<>();
        for (int number : numbers) {
            ids.put(number, client.register("race-" + number, numbered("Race", number)));
        }
        return List.copyOf(ids.values());
    }

    @Test
    void a_schema_with_javas_own_properties_is_the_same_schema() {
        int id = new SchemaRegistry(url()).register("java", numbered("Java", 1));
        String text =
                numbered("Java", 1)
                        .toString()
                        .replace("\"string\"", "{'type':'string','avro.java.string':'String'}");
        assertThat(post("/subjects/java", text).body().path("id").asInt()).isEqualTo(id);
    }

    @Test
    void goes_on_after_the_broker_was_away(@TempDir Path other) throws IOException {
        EmbeddedBroker first = EmbeddedBroker.start(other);
        RegistryServer registry = RegistryServer.start(first.bootstrapServers(), 0);
        SchemaRegistry client = new SchemaRegistry(registry.url());
        int before = client.register("away", numbered("Before", 1));
        first.close();
        EmbeddedBroker again = EmbeddedBroker.start(other, first.port(), Map.of());
        assertThat(client.register("back", numbered("After", 1))).isEqualTo(before + 1);
        assertThat(new SchemaRegistry(registry.url()).register("away", numbered("Before", 1)))
                .isEqualTo(before);
        registry.close();
        again.close();
    }

    @Test
    void a_broker_that_is_not_there_is_named() {
        int nobody = FreePort.any();
        assertThatThrownBy(
                        () -> RegistryServer.start("127.0.0.1:" + nobody, 0, Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "The schema registry cannot reach the broker at 127.0.0.1:"
                                + nobody
                                + ": The broker did not answer within 1 s. Start the broker first.");
    }

    @Test
    void a_schemas_topic_that_forgets_is_refused(@TempDir Path other) throws Exception {
        try (EmbeddedBroker own = EmbeddedBroker.start(other);
                Admin admin = Admin.create(Map.of("bootstrap.servers", own.bootstrapServers()))) {
            NewTopic forgets = new NewTopic("_schemas", 1, (short) 1);
            admin.createTopics(List.of(forgets)).all().get();
            assertThatThrownBy(() -> RegistryServer.start(own.bootstrapServers(), 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Topic _schemas has cleanup.policy=delete: schemas would be lost with age. Set cleanup.policy=compact on it.");
        }
    }

    @Test
    void a_taken_port_is_named() {
        assertThatThrownBy(() -> RegistryServer.start(broker.bootstrapServers(), server.port()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "The schema registry cannot listen on 127.0.0.1:" + server.port() + ": ")
                .hasMessageEndingWith("Free the port or choose another.");
    }

    @Test
    void says_what_it_does_not_have() {
        assertRefused(get("/contexts"), 404, 404);
        assertRefused(get("/subjects/x/versions/zero"), 404, 40401);
        assertThat(get("/schemas/types").body().toString()).isEqualTo("[\"AVRO\"]");
        assertThat(get("/mode").body().path("mode").asString()).isEqualTo("READWRITE");
    }

    private static Schema numbered(String name, int number) {
        return schema(
                "{'type':'record','name':'%s%d','namespace':'errand.test','fields':[{'name':'a','type':'string'}]}"
                        .formatted(name, number));
    }
}
