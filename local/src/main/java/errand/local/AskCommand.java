package errand.local;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One request in the terminal: what happens as it happens, consents, the answer. */
@Command(
        name = "ask",
        description = "Say what you want; see it planned, agree to what it costs, read the answer.",
        footer = {
            "",
            "Exit code: 0 done or answered, 1 cannot start, 2 usage, 3 partly done,",
            "4 failed or over budget, 5 refused or cancelled, 6 needs an answer and",
            "there is no terminal, 7 timed out."
        })
final class AskCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private Asking asking = new Asking();

    @SuppressWarnings("NullAway.Init") // picocli fills in the spec
    AskCommand() {}

    @Parameters(paramLabel = "TEXT", description = "what you want, in Chinese or English")
    private String text = "";

    @Option(
            names = "--yes",
            description =
                    "agree to the costs of this request, up to its budget or --limit; answers no questions")
    private boolean yes;

    @Option(
            names = "--plan-only",
            description = "show the plan and start nothing: nothing is searched, booked or paid")
    private boolean planOnly;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "TEXT is empty; say what you want, such as \"查下周五下午北京到杭州的高铁\".");
        }
        return asking.about(text, yes, planOnly);
    }
}
