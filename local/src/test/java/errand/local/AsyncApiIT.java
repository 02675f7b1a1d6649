package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import errand.schemas.AsyncApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The AsyncAPI document keeps to AsyncAPI's own JSON Schema of version 3.0.0, with its bindings.
 */
@Tag("interop")
class AsyncApiIT {

    @TempDir private Path folder;

    @BeforeEach
    void skipWithTheReason() throws Exception {
        var lacking = PageScripts.installed();
        assumeTrue(lacking.isEmpty(), "AsyncAPI's schema: " + lacking.orElse(""));
    }

    @Test
    void the_document_is_valid() throws Exception {
        assertThat(faults(AsyncApi.document())).isEqualTo("[]");
    }

    @Test
    void a_document_that_is_not_would_be_found() throws Exception {
        Map<String, Object> document = AsyncApi.document();
        part(document, "operations", "agentDoesTasks").put("action", "do");
        part(document, "channels", "taskRequests").put("addres", "x");
        Map<String, Object> avro =
                part(document, "components", "messages", "PlanEnded", "payload", "schema");
        avro.put("type", "no type of Avro's");

        assertThat(faults(document))
                .contains(
                        "/operations/agentDoesTasks/action",
                        "/channels/taskRequests",
                        "/components/messages/PlanEnded/payload/schema");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> document, String... path) {
        Map<String, Object> part = document;
        for (String name : path) {
            part = (Map<String, Object>) Objects.requireNonNull(part.get(name), name);
        }
        return part;
    }

    private String faults(Map<String, Object> document) throws Exception {
        Path file = folder.resolve("asyncapi.json");
        Files.writeString(file, Json.MAPPER.writeValueAsString(document));
        var run = PageScripts.run(60, Map.of(), List.of("node", "asyncapi.js", file.toString()));
        assertThat(run.exit()).as(run.errors()).isZero();
        return run.output().strip();
    }
}
