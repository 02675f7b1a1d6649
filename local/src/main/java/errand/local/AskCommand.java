package errand.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** One request in the terminal: what happens as it happens, consents, the answer. */
@Command(
        name = "ask",
        description = "Say what you want; see it planned, agree to what it costs, read the answer.",
        footer = {
            "",
            "Exit code: 0 done or answered, 1 cannot start, 2 usage, 3 partly done, 4 failed or over",
            "budget, 5 refused or cancelled, 6 needs an answer and there is no terminal, 7 timed out."
        })
final class AskCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "TEXT", description = "what you want, in Chinese or English")
    private String text = "";

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the conversation")
    private @Nullable String lang;

    @Option(
            names = "--yes",
            description =
                    "agree to the costs of this request, up to its budget or --limit; answers no questions")
    private boolean yes;

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

    @Override
    public Integer call() throws IOException, InterruptedException {
        String api = started();
        var conversation =
                new Talking(
                        new Api(api),
                        json ? Shown.asJson(System.out) : Shown.forPeople(System.out),
                        new Agreeing(yes, limit, json ? null : System.console()),
                        timeout);
        return conversation.about(text, lang);
    }

    /** What is asked needs a running installation; one is started when there is none. */
    private String started() throws IOException, InterruptedException {
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
