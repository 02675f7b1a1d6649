package errand.runtime.kafka;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent that reads nothing, waits, and counts its writes in PostgreSQL. */
final class Probe implements Agent {

    record Nothing() {}

    record Sleep(int ms) {}

    record Write(String text) {}

    record Done(String text) {}

    final AtomicInteger runs = new AtomicInteger();
    volatile boolean up = true;
    private final String name;
    private final DataSource data;

    Probe(String name, DataSource data) {
        this.name = name;
        this.data = data;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(name)
                .upWhile(() -> up)
                .can("noop.read", Nothing.class, Done.class, this::noop)
                .reads()
                .can("sleep.read", Sleep.class, Done.class, this::sleep)
                .reads()
                .can("sleep.hold", Sleep.class, Done.class, this::sleepAndWrite)
                .holds()
                .forGood()
                .can("fail.read", Nothing.class, Done.class, this::fail)
                .reads()
                .can("note.hold", Write.class, Done.class, this::write)
                .holds()
                .forGood();
    }

    private Outcome<Done> noop(Nothing nothing, Task task) {
        return Outcome.done(new Done("ok"));
    }

    private Outcome<Done> sleep(Sleep sleep, Task task) throws InterruptedException {
        runs.incrementAndGet();
        Thread.sleep(sleep.ms());
        return Outcome.done(new Done("slept"));
    }

    private Outcome<Done> sleepAndWrite(Sleep sleep, Task task) throws InterruptedException {
        note(task.id());
        Thread.sleep(sleep.ms());
        return Outcome.done(new Done("slept"));
    }

    private Outcome<Done> fail(Nothing nothing, Task task) {
        throw new IllegalStateException("bug");
    }

    private Outcome<Done> write(Write write, Task task) {
        note(write.text());
        return Outcome.done(new Done(write.text()));
    }

    private void note(String text) {
        runs.incrementAndGet();
        JdbcClient.create(data).sql("insert into notes values (?)").param(text).update();
    }
}
