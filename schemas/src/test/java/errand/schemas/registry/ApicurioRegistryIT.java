package errand.schemas.registry;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.opentest4j.TestAbortedException;

@Tag("interop")
class ApicurioRegistryIT extends RegistryContract {

    private static @Nullable ApicurioRegistry apicurio;
    private static @Nullable TestAbortedException absent;

    @BeforeAll
    static void start() throws Exception {
        try {
            apicurio = ApicurioRegistry.start(Path.of("target"));
        } catch (TestAbortedException notHere) {
            absent = notHere;
        }
    }

    /** In each test, because a class that is skipped as a whole leaves no trace in the report. */
    @BeforeEach
    void skipWithTheReason() {
        if (absent != null) {
            throw absent;
        }
    }

    @AfterAll
    static void stop() {
        if (apicurio != null) {
            apicurio.close();
        }
    }

    @Override
    String url() {
        return apicurio == null ? "http://absent" : apicurio.url();
    }
}
