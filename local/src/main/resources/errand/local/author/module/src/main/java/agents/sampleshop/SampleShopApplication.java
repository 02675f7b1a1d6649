package agents.sampleshop;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample-shop agent as a service of its own. */
@SpringBootApplication
public class SampleShopApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(SampleShopApplication.class, "sample-shop", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
