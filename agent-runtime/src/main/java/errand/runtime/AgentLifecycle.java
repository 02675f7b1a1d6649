package errand.runtime;

import errand.runtime.kafka.AgentOnKafka;
import errand.runtime.work.Migrations;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the agent after the web server is up, and stops it before that goes down. */
final class AgentLifecycle implements SmartLifecycle {

    private final AgentOnKafka agent;
    private final String name;
    private final String tables;
    private final @Nullable DataSource data;
    private volatile boolean running;

    /**
     * @param tables folder of the agent's migrations
     */
    AgentLifecycle(AgentOnKafka agent, String name, String tables, @Nullable DataSource data) {
        this.agent = agent;
        this.name = name;
        this.tables = tables;
        this.data = data;
    }

    @Override
    public void start() {
        try {
            DataSource source = data;
            if (source != null) {
                agent.waitFor("PostgreSQL", () -> migrated(source), Migrations::passes);
            }
            agent.start();
            running = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while agent '" + name + "' started", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Agent '" + name + "' could not start", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            agent.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    private boolean migrated(DataSource source) {
        Migrations.migrate(source, name, tables);
        return true;
    }
}
