package errand.fliggy;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The fliggy agent as a service of its own. */
@SpringBootApplication
public class FliggyApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(FliggyApplication.class, "fliggy", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
