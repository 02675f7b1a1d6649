package errand.mcp.call;

import errand.agent.Agent;
import errand.mcp.table.Row;
import errand.runtime.AgentAutoConfiguration;
import errand.runtime.settings.SettingsAutoConfiguration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The context of one agent: the runtime around the tools of one server. No {@code @Configuration}:
 * the context that all agents share must not find it when it looks for its own.
 */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    SettingsAutoConfiguration.class,
    AgentAutoConfiguration.class
})
public class AgentContext {

    /** Besides, a database, which an agent that writes needs. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    public static class Database {}

    /** What the agent is made of; registered before the context starts. */
    public record Blueprint(
            String name, String version, List<Row> rows, Remote remote, BooleanSupplier up) {}

    @Bean
    SentCalls sentCalls(
            ObjectProvider<DataSource> data,
            ObjectProvider<PlatformTransactionManager> transactions) {
        DataSource source = data.getIfAvailable();
        return source == null
                ? new NoSentCalls()
                : new SentCallsInPostgres(
                        source,
                        transactions.getIfAvailable(() -> new JdbcTransactionManager(source)));
    }

    @Bean
    Agent agent(Blueprint blueprint, SentCalls calls) {
        return new McpAgent(
                blueprint.name(),
                blueprint.version(),
                blueprint.rows(),
                blueprint.remote(),
                calls,
                blueprint.up());
    }
}
