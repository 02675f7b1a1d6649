package errand.runtime;

import errand.runtime.kafka.BrokerTooOld;
import errand.runtime.settings.MissingSetting;
import errand.schemas.WrongTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a few lines what keeps a service from starting, and what to do. */
final class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        NoDatabase noDatabase = find(failure, NoDatabase.class);
        MissingSetting missing = find(failure, MissingSetting.class);
        if (missing != null) {
            String what = String.valueOf(missing.getMessage());
            return new FailureAnalysis(
                    noDatabase == null ? what : noDatabase.getMessage() + " " + what,
                    howToSet(missing.property()),
                    failure);
        }
        BrokerTooOld tooOld = find(failure, BrokerTooOld.class);
        if (tooOld != null) {
            return new FailureAnalysis(
                    String.valueOf(tooOld.getMessage()), "Upgrade the broker.", failure);
        }
        WrongTopics topics = find(failure, WrongTopics.class);
        return topics == null
                ? null
                : new FailureAnalysis(
                        String.valueOf(topics.getMessage()), "Correct the topics.", failure);
    }

    /** What is named like a variable is a secret: never on a command line. */
    private static String howToSet(String property) {
        return property.matches("[A-Z_]+(, [A-Z_]+)*")
                ? "Set %s in the environment.".formatted(property)
                : "Set %s, for example as --%s=… on the command line."
                        .formatted(property, property);
    }

    private static <T> @Nullable T find(Throwable failure, Class<T> type) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
