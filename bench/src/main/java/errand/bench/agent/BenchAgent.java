package errand.bench.agent;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Money;
import errand.agent.Outcome;
import errand.agent.Payee;
import errand.agent.Quote;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.runtime.sandbox.Ids;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Capabilities of every effect that change nothing. Its writes leave the runtime's inbox row and
 * nothing else, so what is measured is Errand.
 */
@Component
public final class BenchAgent implements Agent {

    private static final Money DEAREST = Money.cny(10_000);
    private static final Duration QUOTED_FOR = Duration.ofMinutes(30);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("bench")
                .can("noop.read", Value.class, Echo.class, BenchAgent::echo)
                .described("Does nothing and gives back the value (空操作)")
                .reads()
                .can("noop.hold", Value.class, Held.class, BenchAgent::hold)
                .described("Holds nothing, without asking anybody (空预留)")
                .holds()
                .undoneBy("noop.release")
                .can("noop.release", Release.class, Held.class, BenchAgent::release)
                .described("Releases what noop.hold has held: nothing (空释放)")
                .holds()
                .forGood()
                .can("noop.commit", Value.class, Echo.class, BenchAgent::echo)
                .described("Binds the person to nothing, so it asks first (空提交)")
                .commits()
                .forGood()
                .can("noop.quote", Price.class, Quoted.class, BenchAgent::quote)
                .described(
                        "Quotes nothing at a price of up to 100 yuan, to try payments with (空报价)")
                .reads()
                .can("sleep.read", Sleep.class, Slept.class, BenchAgent::sleep)
                .described("Takes as many milliseconds as asked, 10 minutes at most (等待)")
                .answersWithin(LONGEST_SLEEP.plusSeconds(30))
                .reads()
                .can("fail.read", Fail.class, Recovered.class, BenchAgent::fail)
                .described("Fails as asked: transient, refuse or fault (失败演练)")
                .reads();
    }

    private static Outcome<Echo> echo(Value input, Task task) {
        return Outcome.done(new Echo(Objects.requireNonNullElse(input.value(), "")));
    }

    private static Outcome<Held> hold(Value input, Task task) {
        return Outcome.done(new Held("h:" + task.id()));
    }

    private static Outcome<Held> release(Release input, Task task) {
        return Outcome.done(new Held(input.holdId()));
    }

    /** The same task is the same quote. */
    private static Outcome<Quoted> quote(Price input, Task task) {
        Money price = input.price();
        if (!price.currency().equals("CNY")
                || price.amount() <= 0
                || price.amount() > DEAREST.amount()) {
            return Outcome.refused(
                    "BAD_PRICE",
                    "Cannot quote %d %s in minor units; possible are 1 to %d CNY."
                            .formatted(price.amount(), price.currency(), DEAREST.amount()));
        }
        return Outcome.done(
                new Quoted(
                        new Quote(
                                Ids.ofTask("q_", task.id()),
                                new Payee("bench:noop", "Nobody (无)"),
                                "Nothing (空商品)",
                                List.of(Quote.Line.of("Nothing (空商品)", 1, price)),
                                price,
                                task.now().plus(QUOTED_FOR).atOffset(ZoneOffset.UTC),
                                "",
                                Map.of())));
    }

    private static Outcome<Slept> sleep(Sleep input, Task task) throws InterruptedException {
        if (input.ms() < 0 || input.ms() > LONGEST_SLEEP.toMillis()) {
            return Outcome.refused(
                    "BAD_SLEEP",
                    "Cannot sleep %d ms; possible are 0 to %d."
                            .formatted(input.ms(), LONGEST_SLEEP.toMillis()));
        }
        Thread.sleep(input.ms());
        return Outcome.done(new Slept(input.ms()));
    }

    /** By the attempt that the engine counts, so that a restart forgets nothing. */
    private static Outcome<Recovered> fail(Fail input, Task task) {
        Integer times = input.times();
        if (times != null && task.attempt() > times) {
            return Outcome.done(new Recovered(task.attempt()));
        }
        String kind = Objects.requireNonNullElse(input.kind(), "transient");
        return switch (kind) {
            case "transient" ->
                    throw new TransientFailure(
                            "ASKED_TO_FAIL",
                            "Attempt %d failed as asked.".formatted(task.attempt()));
            case "refuse" -> Outcome.refused("ASKED_TO_REFUSE", "Refused as asked.");
            case "fault" -> throw new IllegalStateException("A fault as asked.");
            default ->
                    Outcome.refused(
                            "BAD_KIND",
                            "Cannot fail by '%s'; possible are transient, refuse, fault."
                                    .formatted(kind));
        };
    }
}
