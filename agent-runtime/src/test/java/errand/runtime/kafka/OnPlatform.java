package errand.runtime.kafka;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a real broker, registry and PostgreSQL, which a class starts for itself. */
@Tag("integration")
@Timeout(60)
abstract class OnPlatform {

    @TempDir static Path folder;
    static Platform platform;

    @BeforeAll
    static void startPlatform() throws Exception {
        platform = new Platform(folder);
    }

    @AfterAll
    static void stopPlatform() throws Exception {
        platform.close();
    }
}
