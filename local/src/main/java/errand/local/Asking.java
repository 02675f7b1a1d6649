package errand.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * How a request is made from the terminal, whatever it says: where, in which language, how long.
 */
final class Asking {

    @Mixin private Where where = new Where();

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the conversation")
    private @Nullable String lang;

    @Option(
            names = "--limit",
            paramLabel = "YUAN",
            description = "with --yes: agree to so much in all (default: the budget, else 500)")
    private @Nullable Long limit;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Seconds.class,
            description = "give up after (default: ${DEFAULT-VALUE})",
            defaultValue = "120s")
    private Duration timeout = Duration.ofSeconds(120);

    @Option(names = "--json", description = "every event as a line of JSON, nothing else")
    private boolean json;

    @Nullable String lang() {
        return lang;
    }

    /**
     * Says it and follows the conversation to its end.
     *
     * @param yes whether costs are agreed to within the limit
     * @param planOnly whether only the plan is wanted
     * @return the exit code
     */
    int about(String text, boolean yes, boolean planOnly) throws IOException, InterruptedException {
        var conversation =
                new Talking(
                        new Api(started()),
                        json ? Shown.asJson(System.out) : Shown.forPeople(System.out),
                        new Agreeing(yes, limit, json ? null : System.console()),
                        timeout,
                        planOnly);
        return conversation.about(text, lang);
    }

    /** What is asked needs a running installation; one is started when there is none. */
    String started() throws IOException, InterruptedException {
        var data = where.data();
        if (Deployment.of(data).isEmpty() && !Api.answers(where.api())) {
            System.err.println("Nothing runs yet; starting it (./errand down stops it)");
            data.create();
            int code =
                    new Detaching(data)
                            .start(
                                    List.of(
                                            "up",
                                            "--data",
                                            data.path().toString(),
                                            "--port",
                                            String.valueOf(where.port())),
                                    System.err);
            if (code != 0) {
                throw new Complaint("It could not be started; the lines above say why");
            }
        }
        return where.api();
    }

    /** {@code 90s}, {@code 2m} or {@code 90}. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            String number = value.replaceFirst("[sm]$", "");
            try {
                long amount = Long.parseLong(number);
                if (amount > 0) {
                    return value.endsWith("m")
                            ? Duration.ofMinutes(amount)
                            : Duration.ofSeconds(amount);
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new TypeConversionException("'%s' is no time; say 90s or 2m".formatted(value));
        }
    }
}
