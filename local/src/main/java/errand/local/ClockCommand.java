package errand.local;

import errand.local.Service.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Shows the business clock of all services, or moves it forward; never back. */
@Command(
        name = "clock",
        description = "Show the business clock, or move it forward: ./errand clock +PT2H")
final class ClockCommand implements Callable<Integer> {

    private static final String PATH = "/sandbox/clock";

    @Mixin private Where where = new Where();

    @Parameters(
            arity = "0..1",
            paramLabel = "+DURATION",
            converter = ForwardConverter.class,
            description = "how far, such as +PT90M, +P1D")
    private @Nullable Duration forward;

    @Override
    public Integer call() {
        var deployment = where.running();
        var services = movable(deployment);
        if (forward != null) {
            // First on record: whatever is started from now on must not be behind.
            var moved = deployment.forward(forward, Instant.now());
            moved.save();
            MovedClock.keep(moved);
            for (var service : services) {
                new Api(deployment.http(service)).post(PATH, Map.of("forward", forward.toString()));
            }
        }
        System.out.println(
                new Api(deployment.http(Services.ORCHESTRATOR)).get(PATH).path("now").asString(""));
        return 0;
    }

    /** All or none: clocks that differ would make deadlines that have passed before they came. */
    private static List<Service> movable(Deployment deployment) {
        var services = new ArrayList<Service>();
        for (var service : deployment.services()) {
            if (service.kind() == Kind.APPLICATION) {
                try {
                    new Api(deployment.http(service)).get(PATH);
                } catch (Complaint e) {
                    throw new Complaint(
                            "The clock of %s cannot be moved (it does not run, or is live), so none was: %s"
                                    .formatted(service.name(), e.getMessage()),
                            e);
                }
                services.add(service);
            }
        }
        return services;
    }

    /** Reads {@code +PT2H} or says how it looks. */
    static final class ForwardConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                var duration = Duration.parse(text.startsWith("+") ? text.substring(1) : text);
                if (!duration.isNegative() && !duration.isZero()) {
                    return duration;
                }
            } catch (DateTimeException e) {
                // Said below.
            }
            throw new TypeConversionException(
                    "'%s' is not how far to go forward, such as +PT2H, +PT90M or +P1D; there is no way back"
                            .formatted(text));
        }
    }
}
