package errand.taobao;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The taobao agent as a service of its own. */
@SpringBootApplication
public class TaobaoApplication {

    /** Starts the agent and returns once it takes tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(TaobaoApplication.class, "taobao", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
