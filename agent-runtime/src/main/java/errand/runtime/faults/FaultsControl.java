package errand.runtime.faults;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.runtime.faults.Fault.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Asks one agent's sandbox for trouble, over HTTP on its own port. */
@RestController
public final class FaultsControl {

    private static final int MOST_MS = 60_000;
    private static final int MOST_TIMES = 1_000;

    private final Faults faults;
    private final Agent agent;

    public FaultsControl(Faults faults, Agent agent) {
        this.faults = faults;
        this.agent = agent;
    }

    /**
     * What to let go wrong.
     *
     * @param capability with or without the agent's name
     * @param kind {@code delay, fail, refuse, garbage, lose-reply}
     * @param ms of a delay, 1 to 60,000
     * @param times 1 to 1,000; once when not said
     * @param code of a refusal, upper snake case
     * @param message for people
     */
    public record Wanted(
            @Nullable String capability,
            @Nullable String kind,
            @Nullable Integer ms,
            @Nullable Integer times,
            @Nullable String code,
            @Nullable String message) {}

    /** What waits to happen. */
    public record Waiting(List<Fault> faults) {}

    @PostMapping("/sandbox/faults")
    @ResponseStatus(HttpStatus.CREATED)
    Waiting add(@RequestBody Wanted wanted) {
        faults.add(fault(wanted));
        return all();
    }

    @GetMapping("/sandbox/faults")
    Waiting all() {
        return new Waiting(faults.waiting());
    }

    @DeleteMapping("/sandbox/faults")
    Waiting clear() {
        faults.clear();
        return all();
    }

    private Fault fault(Wanted wanted) {
        Kind kind = kind(wanted.kind());
        int ms = wanted.ms() == null ? 0 : wanted.ms();
        int times = wanted.times() == null ? 1 : wanted.times();
        if (kind == Kind.DELAY ? ms < 1 || ms > MOST_MS : ms != 0) {
            throw bad(
                    "ms is %d; a delay takes 1 to %d ms, and no other kind takes any."
                            .formatted(ms, MOST_MS));
        }
        if (times < 1 || times > MOST_TIMES) {
            throw bad("times is %d; it can be 1 to %d.".formatted(times, MOST_TIMES));
        }
        return new Fault(
                capability(wanted.capability()), kind, ms, times, wanted.code(), wanted.message());
    }

    private String capability(@Nullable String wanted) {
        Capabilities table = agent.capabilities();
        String full =
                wanted != null && wanted.startsWith(table.agent() + ".")
                        ? wanted
                        : table.agent() + "." + wanted;
        if (table.find(full).isEmpty()) {
            throw bad(
                    "Agent '%s' has no capability '%s'. It has: %s."
                            .formatted(table.agent(), wanted, table.offered()));
        }
        return full;
    }

    private static Kind kind(@Nullable String wanted) {
        try {
            return Kind.of(String.valueOf(wanted));
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static ResponseStatusException bad(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
