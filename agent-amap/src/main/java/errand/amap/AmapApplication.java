package errand.amap;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The amap agent as a service of its own. */
@SpringBootApplication
public class AmapApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(AmapApplication.class, "amap", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
