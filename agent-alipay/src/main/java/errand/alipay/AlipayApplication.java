package errand.alipay;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The alipay agent as a service of its own. */
@SpringBootApplication
public class AlipayApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(AlipayApplication.class, "alipay", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
