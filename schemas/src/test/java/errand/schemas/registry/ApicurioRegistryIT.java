package errand.schemas.registry;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("interop")
class ApicurioRegistryIT extends RegistryContract {

    private static @Nullable ApicurioRegistry apicurio;

    @BeforeAll
    static void start() throws Exception {
        apicurio = ApicurioRegistry.start(Path.of("target"));
    }

    @AfterAll
    static void stop() {
        if (apicurio != null) {
            apicurio.close();
        }
    }

    @Override
    String url() {
        return Objects.requireNonNull(apicurio).url();
    }
}
