package errand.mcp;

import errand.runtime.AgentApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All configured MCP servers as a service of their own; each is an agent in a context of its own.
 */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class McpApplication {

    static final String NAME = "mcp";

    /** Starts the agents and returns once those whose servers answer take tasks. */
    public static ConfigurableApplicationContext start(String... args) {
        return AgentApplication.start(McpApplication.class, NAME, args);
    }

    public static void main(String... args) {
        start(args);
    }
}
