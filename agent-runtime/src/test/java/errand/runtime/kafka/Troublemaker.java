package errand.runtime.kafka;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An agent that goes wrong in every way an agent can: too much to say, errors, a business elsewhere
 * whose effects no transaction of the agent holds.
 */
final class Troublemaker implements Agent {

    record Nothing() {}

    record Size(int chars) {}

    record Done(String text) {}

    /** An error that no handler's own code raises. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    final AtomicInteger runs = new AtomicInteger();
    final AtomicInteger lookedFor = new AtomicInteger();
    final long sleepMillis;
    private final String name;
    private final DataSource data;
    private final Runnable afterPaying;

    Troublemaker(String name, DataSource data, long sleepMillis, Runnable afterPaying) {
        this.name = name;
        this.data = data;
        this.sleepMillis = sleepMillis;
        this.afterPaying = afterPaying;
        sql("create table if not exists paid_elsewhere (task text)");
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(name)
                .can("noop.read", Nothing.class, Done.class, (in, task) -> done("ok"))
                .reads()
                .can("large.read", Size.class, Done.class, (in, task) -> done(text(in)))
                .reads()
                .can("large.hold", Size.class, Done.class, this::large)
                .holds()
                .forGood()
                .can("chatty.hold", Size.class, Done.class, this::chatty)
                .holds()
                .forGood()
                .can("wordy.read", Size.class, Done.class, this::wordy)
                .reads()
                .can("deep.read", Size.class, Done.class, this::deep)
                .reads()
                .can("gone.read", Nothing.class, Done.class, this::gone)
                .reads()
                .can("sleep.hold", Nothing.class, Done.class, this::sleep)
                .holds()
                .forGood()
                .can("pay.hold", Nothing.class, Done.class, this::pay)
                .reconciledBy(this::paid)
                .holds()
                .forGood();
    }

    private static Outcome<Done> done(String text) {
        return Outcome.done(new Done(text));
    }

    private static String text(Size size) {
        return "x".repeat(size.chars());
    }

    private Outcome<Done> large(Size size, Task task) {
        note(task);
        return done(text(size));
    }

    private Outcome<Done> chatty(Size size, Task task) {
        note(task);
        return Outcome.refused("NO", text(size), new Done(text(size)));
    }

    private Outcome<Done> wordy(Size size, Task task) {
        throw new IllegalStateException(text(size));
    }

    private Outcome<Done> deep(Size size, Task task) {
        return size.chars() < 0 ? done("never") : deep(new Size(size.chars() + 1), task);
    }

    private Outcome<Done> gone(Nothing nothing, Task task) {
        runs.incrementAndGet();
        throw new Gone();
    }

    private Outcome<Done> sleep(Nothing nothing, Task task) throws InterruptedException {
        note(task);
        Thread.sleep(sleepMillis);
        return done("slept");
    }

    /** Paid elsewhere, for good, whatever becomes of the agent's own transaction. */
    private Outcome<Done> pay(Nothing nothing, Task task) {
        runs.incrementAndGet();
        sql("insert into paid_elsewhere values ('%s')".formatted(task.id()));
        afterPaying.run();
        return done("paid");
    }

    private Optional<Outcome<Done>> paid(Nothing nothing, Task task) {
        lookedFor.incrementAndGet();
        return payments() == 0 ? Optional.empty() : Optional.of(done("paid before"));
    }

    int payments() {
        return JdbcClient.create(data)
                .sql("select count(*) from paid_elsewhere")
                .query(Integer.class)
                .single();
    }

    private void note(Task task) {
        runs.incrementAndGet();
        JdbcClient.create(data).sql("insert into notes values (?)").param(task.id()).update();
    }

    /** On a connection of its own. */
    private void sql(String text) {
        try (Connection connection = data.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
