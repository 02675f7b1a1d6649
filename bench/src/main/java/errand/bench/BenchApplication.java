package errand.bench;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The agent of no-ops as a service of its own. */
@SpringBootApplication(scanBasePackages = "errand.bench.agent")
public class BenchApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(BenchApplication.class, "bench", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
