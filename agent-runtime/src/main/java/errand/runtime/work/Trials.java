package errand.runtime.work;

import errand.agent.Outcome;
import errand.agent.TransientFailure;
import errand.runtime.faults.Fault;
import errand.runtime.faults.Fault.Kind;
import errand.runtime.faults.Faults;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Lets happen what somebody asked the sandbox for, in place of or before what the agent does. */
final class Trials {

    private static final Set<Kind> BEFORE = Set.of(Kind.DELAY);
    private static final Set<Kind> INSTEAD = Set.of(Kind.FAIL, Kind.REFUSE);
    private static final Set<Kind> AFTER = Set.of(Kind.GARBAGE);

    private final Faults faults;

    Trials(Faults faults) {
        this.faults = faults;
    }

    @Nullable Outcome<Object> instead(
            String capability, Callable<@Nullable Outcome<Object>> handler) throws Exception {
        Fault slow = faults.next(capability, BEFORE).orElse(null);
        if (slow != null) {
            Thread.sleep(slow.ms());
        }
        Fault fault = faults.next(capability, INSTEAD).orElse(null);
        if (fault == null) {
            return handler.call();
        }
        String message =
                Objects.requireNonNullElse(
                        fault.message(),
                        "'%s' was asked to %s, by /sandbox/faults."
                                .formatted(capability, fault.kind().written()));
        if (fault.kind() == Kind.FAIL) {
            throw new TransientFailure("SANDBOX_FAULT", message);
        }
        return Outcome.refused(
                Objects.requireNonNullElse(fault.code(), "SANDBOX_REFUSED"), message);
    }

    /** No capability answers with a mere text. */
    String garbled(String capability, String json) {
        return faults.next(capability, AFTER).isPresent() ? "\"garbage\"" : json;
    }
}
