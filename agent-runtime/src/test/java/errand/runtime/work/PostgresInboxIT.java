package errand.runtime.work;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import errand.embedded.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Tag("integration")
class PostgresInboxIT extends InboxContract {

    @TempDir static Path folder;
    private static PostgresServer server;
    private static HikariDataSource data;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(folder.resolve("pg"));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.username());
        config.setPassword(server.password());
        config.setSchema("counter");
        data = new HikariDataSource(config);
        Migrations.migrate(data, "counter");
        Migrations.migrate(data, "counter"); // a second start finds everything in place
        JdbcClient.create(data).sql("create table written (what text)").update();
    }

    @AfterAll
    static void stop() {
        data.close();
        server.close();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(data).sql("truncate task_inbox, written").update();
    }

    @Override
    Inbox inbox() {
        return new PostgresInbox(data, new JdbcTransactionManager(data));
    }

    @Override
    void write(String what) {
        JdbcClient.create(data).sql("insert into written values (?)").param(what).update();
    }

    @Override
    List<String> written() {
        return JdbcClient.create(data).sql("select what from written").query(String.class).list();
    }
}
