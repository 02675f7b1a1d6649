package errand.flash;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The flash agent as a service of its own. */
@SpringBootApplication
@EnableConfigurationProperties(FlashProperties.class)
public class FlashApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(FlashApplication.class, "flash", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
