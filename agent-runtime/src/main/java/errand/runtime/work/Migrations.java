package errand.runtime.work;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings an agent's schema up to date: first the runtime's inbox, then the agent's own tables. Each
 * keeps a history of its own, so that their version numbers never meet.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * @param agent also the schema's name and the folder {@code db/<agent>} on the classpath
     */
    public static void migrate(DataSource data, String agent) {
        migrate(data, agent, agent);
    }

    /**
     * The same for an agent whose name is not known when it is built.
     *
     * @param agent the schema's name
     * @param tables the folder {@code db/<tables>} on the classpath
     */
    public static void migrate(DataSource data, String agent, String tables) {
        flyway(data, agent, "runtime_history", "classpath:db/runtime").migrate();
        flyway(data, agent, "flyway_schema_history", "classpath:db/" + tables).migrate();
    }

    /** Whether a failure to migrate may pass: the database is not there yet. */
    public static boolean passes(Throwable failure) {
        return Trouble.isPassing(failure);
    }

    private static Flyway flyway(DataSource data, String schema, String history, String location) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(data)
                .schemas(schema)
                .defaultSchema(schema)
                .table(history)
                .locations(location)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(0)
                .load();
    }
}
