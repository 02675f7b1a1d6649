package errand.runtime.kafka;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An agent that makes trouble, one of its own for each test. */
abstract class TroubledOnKafka extends OnPlatform {

    private static int number;

    final String name = "trouble" + ++number;
    Asker asker;
    Troubles troubles;

    @BeforeEach
    void begin() {
        asker = new Asker(platform, name);
        troubles = new Troubles(asker);
    }

    @AfterEach
    void stopAgents() throws Exception {
        troubles.close();
    }
}
