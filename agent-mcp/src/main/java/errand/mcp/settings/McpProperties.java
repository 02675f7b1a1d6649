package errand.mcp.settings;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The servers, and how they are watched.
 *
 * @param servers by the name of the agent that each becomes
 * @param startWithin how long the start of this process waits for the servers; those that need
 *     longer join later
 * @param initializeWithin how long a server may take to answer when a session is opened
 * @param pingEvery how often it is asked whether it still answers; after two misses it is down
 * @param restartAfter the first wait before a server that went down is started again; it doubles up
 *     to {@code restartAtMost}
 * @param restartAtMost the longest wait
 */
@ConfigurationProperties("errand.mcp")
public record McpProperties(
        @DefaultValue Map<String, ServerSettings> servers,
        @DefaultValue("20s") Duration startWithin,
        @DefaultValue("30s") Duration initializeWithin,
        @DefaultValue("10s") Duration pingEvery,
        @DefaultValue("1s") Duration restartAfter,
        @DefaultValue("1m") Duration restartAtMost) {}
