package errand.runtime.work;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Describe;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.TransientFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model business: a list of what was written into it. Does as the input says. */
final class Counter implements Agent {

    @Describe("What to do")
    record Do(String text, int times, @Nullable String quoteId, @Nullable List<String> quoteIds) {}

    record Done(String text, int size) {}

    interface Script {
        Outcome<Done> run(Do input, Task task) throws Exception;
    }

    final List<String> written = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();
    Script script = (input, task) -> Outcome.done(new Done(input.text(), written.size()));

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("counter")
                .can("list.read", Do.class, Done.class, this::read)
                .reads()
                .can("seat.hold", Do.class, Done.class, this::write)
                .holds()
                .undoneBy("seat.release")
                .can("seat.release", Do.class, Done.class, this::write)
                .holds()
                .forGood()
                .can("seat.book", Do.class, Done.class, this::write)
                .commits()
                .undoneBy("seat.cancel")
                .can("seat.cancel", Do.class, Done.class, this::write)
                .commits()
                .forGood()
                .can("seat.pay", Do.class, Done.class, this::write)
                .pays()
                .forGood();
    }

    /** What an in-memory inbox restores a refused or failed write to. */
    Runnable restorePoint() {
        List<String> before = List.copyOf(written);
        return () -> {
            written.clear();
            written.addAll(before);
        };
    }

    private Outcome<Done> read(Do input, Task task) throws Exception {
        tasks.add(task);
        return script.run(input, task);
    }

    private Outcome<Done> write(Do input, Task task) throws Exception {
        tasks.add(task);
        written.add(input.text());
        return script.run(input, task);
    }

    static Outcome<Done> soldOut() {
        return Outcome.refused("SOLD_OUT", "卖完了", new Done("left", 0));
    }

    static TransientFailure busy() {
        return new TransientFailure("BUSY", "Come back later.");
    }
}
