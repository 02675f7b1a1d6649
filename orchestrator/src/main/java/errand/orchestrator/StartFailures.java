package errand.orchestrator;

import errand.schemas.WrongTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a few words why the service did not start, and what to do. */
final class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String action = action(cause);
            if (action != null) {
                return new FailureAnalysis(cause.getMessage(), action, cause);
            }
        }
        return null;
    }

    private static @Nullable String action(Throwable cause) {
        return switch (cause) {
            case Exposure.Open _ ->
                    "Set server.address=127.0.0.1. Behind something that lets only known people through, set errand.web.behind-auth=true and errand.web.hosts to the name it is called by. In a container whose port is published on 127.0.0.1 only, set errand.web.published-on-loopback=true.";
            case Ground.Missing _ ->
                    "Start what is missing, or correct its address; errand.start.patience says how long is waited.";
            case WrongTopics _ -> "Alter the topics as the lines above say, or use a topic prefix.";
            default -> null;
        };
    }
}
